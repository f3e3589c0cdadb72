export default {
  layout: 'release.njk',
  eleventyComputed: {
    permalink: ({ page }) => {
      const name = page.inputPath.replace(/^.*\//, '').replace(/\.md$/, '');
      return `/releases/${name.slice(0, 10).replaceAll('-', '/')}/${name.slice(11)}/`;
    },
  },
};
