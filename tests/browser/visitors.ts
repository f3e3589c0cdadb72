import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { prepared } from '../support/prepared.ts';
import { builtSite, type SiteOptions } from '../support/site.ts';
import { serve } from '../support/static-server.ts';

const PATIENCE = 20_000; // milliseconds in which what a test waits for must come, on a slow machine
const VIEWPORT = { width: 1280, height: 800 };

export interface VisitOptions extends BrowserContextOptions {
  /** The test makes something fail, so that the page may complain. */
  mayComplain?: boolean;
}

/** Sends visitors to a site that is served for the tests of one file. */
export interface Site {
  /** Where the site is served, with a `/` at its end. */
  readonly url: string;
  /** An empty tab, in which an address such as `./releases/` is one of the site. */
  visit: (t: TestContext, options?: VisitOptions) => Promise<Page>;
}

/**
 * Serves a site to the tests of this file. A test fails when a page complains on the console, asks
 * anything of another site or leaves a cookie.
 * @param options which site; a function is called before the first test.
 */
export function servedSite(options: SiteOptions | (() => Promise<SiteOptions>) = {}): Site {
  const tabs = new Map<string, Page>();
  const served = prepared(async (opening) => {
    const chosen = typeof options === 'function' ? await options() : options;
    const server = await serve(await builtSite(chosen), chosen.base);
    opening.defer(() => server.close());
    const browser = await launchBrowser();
    opening.defer(() => browser.close());
    return { server, browser };
  });

  async function open(wishes: BrowserContextOptions): Promise<Page> {
    const context = await served().browser.newContext({
      baseURL: served().server.url,
      viewport: VIEWPORT,
      reducedMotion: 'reduce', // nothing is still on its way when a test looks
      permissions: ['clipboard-read', 'clipboard-write'],
      ...wishes,
    });
    context.setDefaultTimeout(PATIENCE);
    return context.newPage();
  }

  return {
    get url() {
      return served().server.url;
    },
    async visit(t, { mayComplain = false, ...wishes } = {}) {
      // Opening a tab takes longer than most tests: those with the same wishes use one after the other.
      const key = JSON.stringify(wishes);
      const page = tabs.get(key) ?? (await open(wishes));
      tabs.set(key, page);
      const context = page.context();
      const complaints = listen(context, served().server.url);
      t.after(async () => {
        const cookies = await context.cookies();
        await leave(page, wishes);
        context.removeAllListeners();
        assert.deepEqual(cookies, []);
        if (!mayComplain) assert.deepEqual(complaints, []);
      });
      return page;
    },
  };
}

/** Leaves a tab as it was found. */
async function leave(page: Page, { viewport = VIEWPORT, colorScheme = null }: VisitOptions) {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const other of page.context().pages()) if (other !== page) await other.close();
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme });
  await page.goto('about:blank');
}

/**
 * Comes of itself when a test stays on a page for three seconds, and from some versions of Chromium for
 * fonts that are used: every-page.test.ts asks the pages themselves which fonts are.
 */
const BY_TIME = /was preloaded using link preload but not used within a few seconds/;

/** What pages do that no page of this site should, as it happens. */
function listen(context: BrowserContext, url: string): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (/error|warning|assert/.test(message.type()) && !BY_TIME.test(message.text())) {
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(?:blob|data|about):/.test(address)) {
      complaints.push(`a request left the site: ${address}`);
    }
  });
  return complaints;
}
