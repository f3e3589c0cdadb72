/** A command that uses the bulk data, ready to run. */
export interface Example {
  /** What is needed to run it. */
  language: string;
  /** What it does: words for it are in `src/words`, under `data`. */
  purpose: 'download' | 'find' | 'digest' | 'countWords' | 'countBy';
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
      language: 'Python',
      purpose: 'digest',
      code: [
        'import gzip, hashlib, json, urllib.request',
        '',
        'def open_file(name):',
        `    return urllib.request.urlopen("${data}" + name)`,
        '',
        'manifest = json.load(open_file("manifest.json"))',
        'lines = []',
        'for file in manifest["files"]:',
        '    if not file["name"].endswith(".jsonl.gz"):',
        '        continue',
        '    for line in gzip.open(open_file(file["name"]), "rt", encoding="utf-8"):',
        '        release = json.loads(line)',
        '        content = {name: release[name] for name in ["id", "frontmatter", "statements", "removed"]}',
        '        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))',
        '        lines.append((release["id"], hashlib.sha256(text.encode()).hexdigest()))',
        'text = "".join(f"{digest}  {id}\\n" for id, digest in sorted(lines))',
        'digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()',
        'print(digest, "is right" if digest == manifest["digest"] else "differs")',
      ].join('\n'),
    },
    {
      language: 'SQL, DuckDB',
      purpose: 'countWords',
      code: [
        'SELECT year(date) AS year, office, count(*) AS statements',
        `FROM (SELECT date, text, unnest(office) AS office FROM '${data}statements-${year}.parquet')`,
        "WHERE text ILIKE '%budget%'",
        'GROUP BY year, office ORDER BY statements DESC, office;',
      ].join('\n'),
    },
    {
      language: 'Python, pandas',
      purpose: 'countWords',
      code: [
        'import pandas',
        '',
        `statements = pandas.read_parquet("${data}statements-${year}.parquet")`,
        'found = statements[statements["text"].str.contains("budget", case=False)].explode("office")',
        'year = pandas.to_datetime(found["date"]).dt.year',
        'print(found.groupby([year, "office"]).size())',
      ].join('\n'),
    },
    {
      language: 'Python, polars',
      purpose: 'countWords',
      code: [
        'import polars',
        '',
        `statements = polars.read_parquet("${data}statements-${year}.parquet")`,
        'found = statements.filter(polars.col("text").str.contains("(?i)budget")).explode("office")',
        'print(found.group_by(polars.col("date").dt.year(), "office").len())',
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
