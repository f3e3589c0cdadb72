import { z } from 'zod';
import { quote, text, trueOrFalse, webAddress } from './fields.ts';

/** Where the repository may lie for the editor to reach it from a browser. */
const EDITOR_BACKENDS = ['github', 'gitlab', 'gitea'] as const;
export type EditorBackend = (typeof EDITOR_BACKENDS)[number];

/** What `init` writes as the owner of a repository that nobody has named yet. */
export const UNKNOWN_OWNER = 'your-name';

/** `editor:` in `site.yaml`: the page at /admin/ on which releases are written in a browser. */
export const editorSettings = z
  .strictObject({
    backend: z
      .enum(EDITOR_BACKENDS, {
        error: ({ input }) =>
          `cannot be ${quote(input)}: it is one of ${EDITOR_BACKENDS.join(', ')}`,
      })
      .describe('where the repository lies: github, gitlab or gitea'),
    repository: text()
      .refine((value) => value === '' || /^[\w.-]+(?:\/[\w.-]+)+$/.test(value), {
        error: ({ input }) =>
          `cannot be ${quote(input)}: it is an owner and a name, as in sample-office/press-archive`,
      })
      .describe('its owner and its name there, as in sample-office/press-archive'),
    branch: text().optional().describe('the branch that is published; main where it is left out'),
    folder: text()
      .transform((value) =>
        value
          .split('/')
          .filter((part) => part !== '' && part !== '.')
          .join('/'),
      )
      .refine((value) => !value.split('/').includes('..'), 'leads out of the repository')
      .optional()
      .describe('the folder with site.yaml in the repository; content where it is left out'),
    server: webAddress()
      .optional()
      .describe(
        'the address of a server of your own, as in https://git.example.org; else github.com, gitlab.com or gitea.com',
      ),
    sign_in: webAddress()
      .optional()
      .describe(
        'the address of your sign-in service; left out, people sign in with an access token',
      ),
    app_id: text()
      .optional()
      .describe('the application id of the archive on GitLab or Gitea, for signing in there'),
    review: trueOrFalse()
      .optional()
      .describe(
        'true to have each change wait in a request of its own until somebody publishes it',
      ),
  })
  .refine(({ backend, review }) => !(backend === 'gitea' && review), {
    path: ['review'],
    error: 'cannot be true with gitea: the editor knows requests of GitHub and GitLab alone',
  });

export type EditorSettings = z.output<typeof editorSettings>;
