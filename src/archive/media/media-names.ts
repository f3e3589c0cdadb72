/** What is wrong with a file under `media/`: it is not published. */
export interface MediaFault {
  /** Reads as a sentence after the file's name. */
  message: string;
  hint: string;
  /** Whether a browser might run it, so that it may not lie there even where no release names it. */
  isActive: boolean;
}

/**
 * What an archive publishes: files that a browser shows, plays or saves, and never runs. A list of what is
 * allowed, since nobody can list everything that some server hands out as a page. Every web server that
 * we know of gives these endings a passive type, or saves what it does not know.
 */
export const PASSIVE: ReadonlySet<string> = new Set(
  [
    'pdf docx xlsx pptx dotx ppsx odt ods odp odg doc xls ppt rtf pages numbers key epub',
    'txt text csv tsv md markdown json geojson jsonl ndjson ics vcf srt vtt bib ris',
    'png jpg jpeg jpe jfif gif webp avif tif tiff bmp heic heif jxl ico svg eps psd',
    'mp3 m4a aac wav flac oga ogg opus aif aiff wma mid midi',
    'mp4 m4v mov webm ogv mpg mpeg avi mkv wmv 3gp',
    'zip gz tgz tar bz2 xz 7z rar kmz woff woff2 ttf otf',
  ].flatMap((line) => line.split(' ')),
);

/** Endings that every server knows. Where one knows none, or only a compression, it looks at the ending before. */
const KNOWN = new Set(
  'pdf docx xlsx pptx odt ods odp doc xls ppt rtf txt png jpg jpeg gif tif tiff mp3 wav mp4 mov mpg mpeg zip'.split(
    ' ',
  ),
);

const AS_TEXT = 'save it as PDF, or its words as plain text (.txt)';
const AS_ARCHIVE = 'save it as PDF, or compress it as a .zip';

/** Files that run, or make others run, by their endings: what they are, and what to do instead. */
const ACTIVE: [endings: string, what: string, hint: string][] = [
  ['html htm xhtml xht xhtm shtml shtm stm hta htc mht mhtml mhtm', 'a web page', AS_TEXT],
  ['xml xsl xslt rss atom rdf kml gpx dtd xsd wsdl mathml mml xul xbl', 'XML', AS_TEXT],
  ['svgz', 'a compressed SVG picture', 'decompress it to .svg, or save it as .png'],
  ['js mjs cjs jsx wasm css swf jar jnlp', 'part of a program for web pages', AS_ARCHIVE],
  [
    'php php3 php4 php5 php7 php8 phtml phar pht cgi pl py rb asp aspx asa asax ashx asmx cer jsp jspx cfm sh lua fcgi',
    'a program that a web server might run',
    AS_ARCHIVE,
  ],
  ['exe msi dll com bat cmd ps1 vbs wsf scr lnk url', 'a program', 'take it out of media/'],
  ['docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam', 'an Office file with macros', 'save it without macros (.docx, .xlsx, .pptx), or as PDF'],
  ['eml msg mbox emlx', 'a whole mail, with addresses and headers that are not for the public', AS_TEXT],
]; // prettier-ignore

const ACTIVE_BY_ENDING = new Map(
  ACTIVE.flatMap(([endings, what, hint]) =>
    endings.split(' ').map((ending) => [ending, { what, hint }] as const),
  ),
);

/** The ending of a file's name, in small letters, without its dot; empty if it has none. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /.\.([^.]*)$/s.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * What is wrong with a file by its name alone.
 * @param path with `/`; only the file's own name counts.
 */
export function nameFault(path: string): MediaFault | undefined {
  const ending = endingOf(path);
  const active = ACTIVE_BY_ENDING.get(ending);
  if (active !== undefined) {
    const message = `is ${active.what} (.${ending}), which this archive does not publish`;
    return { message, hint: active.hint, isActive: true };
  }
  if (ending === '') {
    const hint = 'give it the ending of what it is, as in letter.pdf';
    return { message: 'has no ending that says what it is', hint, isActive: false };
  }
  if (!PASSIVE.has(ending)) {
    const message = `has the ending .${ending}, which this archive does not publish`;
    return { message, hint: AS_ARCHIVE, isActive: false };
  }
  return innerFault(path, ending);
}

/**
 * Servers read every ending of a name: Apache runs `letter.php.pdf` as a program where it is set up to run
 * `.php`, and hands out `page.html.gz` as a page.
 */
function innerFault(path: string, ending: string): MediaFault | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const inner of name.toLowerCase().split('.').slice(1, -1)) {
    const active = ACTIVE_BY_ENDING.get(inner) ?? (inner === 'svg' ? { what: 'SVG' } : undefined);
    const isRun = active?.what.startsWith('a program that');
    if (active === undefined || !(isRun || !KNOWN.has(ending))) continue;
    const message = `has .${inner} in its name, by which some servers take it for ${active.what}`;
    const hint = `call it ${name.replace(new RegExp(`\\.${inner}(?=\\.)`, 'gi'), `-${inner}`)}`;
    return { message, hint, isActive: true };
  }
  return undefined;
}
