/** A file that runs where a browser lets it: it sets `window.ran` and asks for `/ran/NAME`, no more. */
export interface ActiveFile {
  name: string;
  content: string | Buffer;
}

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const scriptOf = (name: string) => `window.ran = 1; new Image().src = '/ran/${name}';`;
const page = (name: string) => `<!doctype html><title>A</title><script>${scriptOf(name)}</script>`;
const xhtml = (name: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><body><script>${scriptOf(name)}</script></body></html>`;
const drawing = (inner: string, more = '') => `<svg ${SVG} ${more}>${inner}</svg>`;
const script = (name: string) => `<script>${scriptOf(name)}</script>`;
const zipped = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');

type Content = (name: string) => string | Buffer;
const files = (content: Content, ...names: string[]): ActiveFile[] =>
  names.map((name) => ({ name, content: content(name) }));

export const activeFiles: ActiveFile[] = [
  // Pages and XML by their names.
  ...files(page, 'a.html', 'b.htm', 'c.HTML', 'd.shtml', 'e.svg.html', 'f.pdf.html', 'g.hta', 'h.mht'),
  ...files(xhtml, 'a.xhtml', 'b.xht', 'c.xml', 'd.rss', 'e.atom', 'f.xsl', 'g.rdf'),
  ...files((name) => drawing(script(name)), 'a.svgz', 'b.svg.xml'),
  ...files(page, 'a.php', 'b.asp', 'c.jsp', 'd.cgi', 'e.php.pdf', 'f.html.gz'),
  ...files(scriptOf, 'a.js', 'b.mjs', 'c.wasm', 'd.css', 'e.swf'),
  // What is no type, or one that nobody knows: browsers guess.
  ...files(page, 'README', 'a.', 'b.unknown', 'c.html~x', 'd.dwg', 'e.html.fr'),
  // Pages under other names.
  ...files(page, 'page.pdf', 'page.png', 'page.jpg', 'page.txt', 'page.doc', 'page.zip', 'page.csv'),
  ...files(xhtml, 'x.pdf', 'x.txt', 'x.gif'),
  ...files((name) => `\ufeff\n\n  ${page(name)}`, 'space.txt', 'space.pdf'),
  ...files((name) => Buffer.from(`\ufeff${page(name)}`, 'utf16le'), 'wide.txt', 'wide.ics'),
  ...files((name) => `<!-- A -->${script(name)}`, 'comment.txt', 'comment.vcf'),
  ...files((name) => `<?xml version="1.0"?>${drawing(script(name))}`, 'xml.txt', 'xml.png'),
  ...files((name) => drawing(script(name)), 'svg.png', 'svg.json'),
  // SVG that does more than draw.
  ...files((name) => drawing(script(name)), 'script.svg', 'script.SVG'),
  ...files((name) => drawing('', `onload="${scriptOf(name)}"`), 'onload.svg'),
  ...files((name) => drawing(`<h:script xmlns:h="http://www.w3.org/1999/xhtml">${scriptOf(name)}</h:script>`), 'html.svg'),
  ...files((name) => `<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script>${scriptOf(name)}</x:script></x:svg>`, 'prefix.svg'),
  ...files((name) => drawing(`<n:a xmlns:n="urn:n">${script(name)}</n:a>`), 'within.svg'),
  ...files((name) => drawing(`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">${script(name)}</body></foreignObject>`), 'foreign.svg'),
  ...files((name) => drawing(`<image href="none.png" onerror="${scriptOf(name)}"/>`), 'onerror.svg'),
  ...files((name) => drawing(`<animate attributeName="x" dur="1ms" onbegin="${scriptOf(name)}"/>`), 'animate.svg'),
  ...files((name) => `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "${scriptOf(name)}">]>${drawing('')}`, 'attlist.svg'),
  ...files((name) => `<!DOCTYPE svg [<!ENTITY e "<script xmlns='http://www.w3.org/2000/svg'>window.ran = '${name}'</script>">]>${drawing('&e;')}`, 'entity.svg'),
  ...files((name) => `${drawing(script(name)).slice(0, -6)}<g>`, 'broken.svg'),
  ...files((name) => Buffer.from(`\ufeff${drawing(script(name))}`, 'utf16le'), 'wide.svg'),
  ...files(() => drawing('<a href="javascript:window.ran=1"><text>A</text></a>'), 'link.svg'),
  ...files(() => `<?xml-stylesheet href="f.xsl" type="text/xsl"?>${drawing('')}`, 'styled.svg'),
  // What may be published: text that looks like a program further below, or is one and has a passive name.
  ...files((name) => `Words.\n${page(name)}`, 'words.txt', 'words.csv', 'words.md', 'words.ics', 'words.vtt'),
  ...files(scriptOf, 'program.txt', 'program.pdf', 'program.png', 'program.json'),
  ...files((name) => `%PDF-1.7\n${page(name)}`, 'head.pdf'),
  ...files((name) => `GIF89a${page(name)}`, 'head.gif', 'head.jpg'),
  ...files((name) => `a,b\n=1+1,"${script(name)}"\n`, 'cells.csv'),
  ...files((name) => Buffer.concat([zipped, Buffer.from(page(name))]), 'packed.zip', 'packed.docx'),
  ...files(() => drawing('<title>A</title><style>rect { fill: red }</style><rect width="9" height="9"/>'), 'plain.svg'),
]; // prettier-ignore
