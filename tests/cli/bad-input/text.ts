import { type Case, inRelease, warned } from './case.ts';

const FIRST = 8; // the line on which the text of a made release begins
const MARKDOWN = 'write it as Markdown, or take it out';
const ADDRESS = 'use an address with https, http, mailto or tel';
const PICTURE = 'put the file under media/ and write ![what it shows](/media/name.png)';

const inBody = (name: string, body: string, lines: string[]) => inRelease(name, {}, lines, body);

/** What is wrong with the text of a release. */
export const text: Case[] = [
  inBody('script', 'One.\n\n<script>alert(1)</script>', [
    `${FIRST + 2}: body has <script>, which a release may not have; ${MARKDOWN}`,
  ]),
  inBody('a text of which nothing is shown', '<!-- One.', [
    `${FIRST}: body hides “<!-- One.”: the comment that begins with <!-- has no end; put --> where the comment ends; write \\<!-- where the characters themselves are meant`,
  ]),
  inBody('iframe', 'One.\n\n<iframe src="https://example.org/"></iframe>', [
    `${FIRST + 2}: body has <iframe>, which a release may not have; ${MARKDOWN}`,
  ]),
  inBody('onclick', 'One <b onclick="alert(1)">two</b>.', [
    `${FIRST}: body has the attribute onclick on <b>, which a release may not have; take it out`,
  ]),
  inBody('a style attribute', '<p style="color: red" class="big">One.</p>', [
    `${FIRST}: body has the attribute style on <p>, which a release may not have; take it out`,
    `${FIRST}: body has the attribute class on <p>, which a release may not have; take it out`,
  ]),
  inBody('a javascript link', '[One](javascript:alert(1))', [
    `${FIRST}: body has an address that is not allowed, javascript:alert(1); ${ADDRESS}`,
  ]),
  inBody('a table cell outside a table', 'One.\n\n<p><td>Two.</td></p>', [
    `${FIRST + 2}: body has <td> where it is not allowed; ${MARKDOWN}`,
  ]),
  inBody('a remote image', 'One.\n\n![Two](https://example.org/two.png)', [
    `${FIRST + 2}: body has a picture from https://example.org/two.png, outside this archive; ${PICTURE}`,
  ]),
  inBody('an image that is not there', '![One](/media/one.png)', [
    `${FIRST}: body refers to media/one.png, which does not exist; put the file there, or correct its name (capital letters count)`,
  ]),
  inBody('quotations inside one another', `${'>'.repeat(9999)} One.`, [
    `${FIRST - 1}: body has quotations, lists or tags too deep inside one another to be read; take out what begins many times over, such as > or -`,
  ]),
  warned(
    inBody('a comment', 'One.\n\n<!-- Two. -->', [
      `${FIRST + 2}: body has a comment that readers will not see; take it out, or write it as text`,
    ]),
  ),
  warned(
    inBody('a link to a page that is not there', 'See [the bill](/bills/12/).', [
      `${FIRST}: body links to /bills/12/, but this site has no such page; link to a page of this site with a / at its end, or give a whole address`,
    ]),
  ),
  warned(
    inBody('a link to nothing', 'Hereinafter [MOUs](#).', [
      `${FIRST}: body links to #, which does not exist: it is shown as text; give the whole address, as in https://example.org/letter`,
    ]),
  ),
];
