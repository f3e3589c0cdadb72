const PAGE_SIZE = 50;

/** The release's name, as in 2017-11-22-slug. */
const nameOf = ({ inputPath }) => inputPath.replace(/^.*\//, '').replace(/\.md$/, '');

/** Pages of a list, as its template takes them. */
function paginate(title, path, releases) {
  const count = Math.ceil(releases.length / PAGE_SIZE);
  const pathOf = (number) => (number === 1 ? path : `${path}${number}/`);
  return Array.from({ length: count }, (_, n) => ({
    title,
    path: pathOf(n + 1),
    releases: releases.slice(n * PAGE_SIZE, (n + 1) * PAGE_SIZE),
    number: n + 1,
    count,
    newer: n > 0 && pathOf(n),
    older: n + 1 < count && pathOf(n + 2),
  }));
}

/** Releases by what `keysOf` says of them, as `[{ key, path, releases }]`. */
function grouped(releases, keysOf, pathOf) {
  const groups = new Map();
  for (const release of releases) {
    for (const key of keysOf(release)) {
      if (!groups.has(key)) groups.set(key, { key, path: pathOf(key), releases: [] });
      groups.get(key).releases.push(release);
    }
  }
  return [...groups.values()];
}

/** By year, or by month with a length of 7. */
const byPeriod = (releases, length) =>
  grouped(
    releases,
    (release) => [nameOf(release).slice(0, length)],
    (period) => `/releases/${period}/`,
  );

const byOffice = (releases) =>
  grouped(
    releases,
    ({ data }) => [data.office].flat(),
    (office) => `/offices/${office}/`,
  );

export default function (eleventyConfig) {
  // Sorted once: each collection below asks for it.
  let sorted;
  eleventyConfig.on('eleventy.before', () => (sorted = undefined));
  const releasesOf = (api) =>
    (sorted ??= api
      .getFilteredByGlob('releases/**/*.md')
      .sort((a, b) => (nameOf(a) < nameOf(b) ? 1 : -1)));

  eleventyConfig.addCollection('releases', releasesOf);
  eleventyConfig.addCollection('newest', (api) => releasesOf(api).slice(0, 50));
  eleventyConfig.addCollection('years', (api) => byPeriod(releasesOf(api), 4));
  eleventyConfig.addCollection('offices', (api) =>
    byOffice(releasesOf(api)).sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
  eleventyConfig.addCollection('lists', (api) => {
    const releases = releasesOf(api);
    const groups = [byPeriod(releases, 4), byPeriod(releases, 7), byOffice(releases)].flat();
    return [
      ...paginate('All releases', '/all/', releases),
      ...groups.flatMap(({ key, path, releases }) =>
        paginate(`Releases of ${key}`, path, releases),
      ),
    ];
  });

  eleventyConfig.addFilter('day', (date) => date.toISOString().slice(0, 10));
  eleventyConfig.addFilter('rfc822', (date) => date.toUTCString());
  eleventyConfig.addFilter('asList', (value) => [value].flat());
  return { markdownTemplateEngine: false };
}
