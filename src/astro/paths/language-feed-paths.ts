import { feedLanguages, languageFeed } from '../../publish/feeds/release-feeds.ts';
import { siteView } from '../site-view.ts';

/** The RSS feed of each language, where the archive has several. Like that of the archive, they are made in every build. */
export async function languageFeedPaths() {
  const { publication } = await siteView();
  return Promise.all(
    feedLanguages(publication).map(async (language) => ({
      params: { language },
      props: { feed: await languageFeed(publication, language) },
    })),
  );
}
