import type { EditorBackend, EditorSettings } from '../archive/editor-settings.ts';

/** Where each kind of server is, and where its programs ask, if it is not one of one's own. */
const PUBLIC: Record<EditorBackend, { server: string; api: string }> = {
  github: { server: 'https://github.com', api: 'https://api.github.com' },
  gitlab: { server: 'https://gitlab.com', api: 'https://gitlab.com/api/v4' },
  gitea: { server: 'https://gitea.com', api: 'https://gitea.com/api/v1' },
};
const API_PATHS: Record<EditorBackend, string> = {
  github: '/api/v3',
  gitlab: '/api/v4',
  gitea: '/api/v1',
};

/**
 * The backend of Sveltia CMS. Where no sign-in service is named, people sign in with an access token of their own.
 * @see https://sveltiacms.app/en/docs/backends
 */
export function backendOf(settings: EditorSettings): Record<string, unknown> {
  const { backend, repository, branch = 'main', server, sign_in, app_id } = settings;
  const hasSignIn = sign_in !== undefined || (app_id !== undefined && backend !== 'github');
  const base = sign_in ?? (app_id === undefined ? undefined : serverOf(settings));
  return {
    name: backend,
    repo: repository,
    branch,
    ...(server !== undefined && { api_root: apiOf(settings) }),
    ...(base !== undefined && { base_url: withoutSlash(base) }),
    ...(app_id !== undefined && { app_id }),
    ...(app_id !== undefined && backend === 'gitlab' && { auth_type: 'pkce' }),
    auth_methods: hasSignIn ? ['oauth', 'token'] : ['token'],
  };
}

/** The origins that the editor asks, beside its own. */
export const originsOf = (settings: EditorSettings): string[] =>
  [apiOf(settings), settings.app_id === undefined ? undefined : serverOf(settings)]
    .filter((address) => address !== undefined)
    .map((address) => new URL(address).origin)
    .filter((origin, n, all) => all.indexOf(origin) === n);

const withoutSlash = (address: string) => address.replace(/\/$/, '');

const serverOf = ({ backend, server }: EditorSettings) =>
  withoutSlash(server ?? PUBLIC[backend].server);

const apiOf = (settings: EditorSettings) =>
  settings.server === undefined
    ? PUBLIC[settings.backend].api
    : serverOf(settings) + API_PATHS[settings.backend];
