/** A command that uses the bulk data, ready to run. */
export interface Example {
  /** What is needed to run it. */
  language: string;
  /** What it does: words for it are in `src/words`, under `data`. */
  purpose: 'download' | 'find' | 'countBy';
  code: string;
}

/**
 * What `/data/` shows.
 * @param data the absolute address of `/data/`.
 * @param year one that has releases.
 */
export function examples(data: string, year: string): Example[] {
  return [
    {
      language: 'Shell',
      purpose: 'download',
      code: [
        `curl -fsSO ${data}releases-${year}.jsonl.gz`,
        `curl -fsS ${data}sha256sums.txt | grep " data/releases-${year}" | sed "s/ data\\// /" | sha256sum --check`,
        `gunzip -c releases-${year}.jsonl.gz | wc -l`,
      ].join('\n'),
    },
    {
      language: 'Python',
      purpose: 'find',
      code: [
        'import gzip, json, urllib.request',
        '',
        `with urllib.request.urlopen("${data}releases-${year}.jsonl.gz") as file:`,
        '    for line in gzip.open(file, "rt", encoding="utf-8"):',
        '        release = json.loads(line)',
        '        for statement in release["statements"]:',
        '            if "budget" in statement["text"].lower():',
        '                print(release["url"] + "#" + statement["id"])',
      ].join('\n'),
    },
    {
      language: 'R',
      purpose: 'countBy',
      code: [
        `releases <- read.csv("${data}releases.csv", encoding = "UTF-8")`,
        'table(substr(releases$date, 1, 4), releases$office)',
      ].join('\n'),
    },
  ];
}
