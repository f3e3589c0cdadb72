import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the server and we say to each other; requests have both an id and a method. */
interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** Where the cursor is: both counted from 0. */
interface Position {
  line: number;
  character: number;
}

/** An editor as far as Astro's language server, which its extensions start, needs one. */
export interface Editor {
  /** Opens a file with this text; it need not be that on the disk. */
  open(file: string, text: string): void;
  /** The labels that are offered at a place. */
  complete(file: string, position: Position): Promise<string[]>;
  /** What is marked as wrong. */
  diagnose(file: string): Promise<string[]>;
  close(): void;
}

/** Starts Astro's language server over a folder, as VS Code does with `astro.content-intellisense`. */
export async function openEditor(folder: string): Promise<Editor> {
  const fromCheck = createRequire(import.meta.resolve('@astrojs/check'));
  const server = spawn(
    process.execPath,
    [fromCheck.resolve('@astrojs/language-server/bin/nodeServer.js'), '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const waiting = new Map<number, (message: Message) => void>();
  let last = 0;
  server.once('close', (code) => {
    const error = { message: `the language server has ended with status ${code}` };
    for (const answer of waiting.values()) answer({ error });
  });
  server.stdin.on('error', () => server.kill()); // it has ended: those who wait learn it above

  function send(message: Message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }
  async function request<Result>(method: string, params: unknown): Promise<Result> {
    const id = ++last;
    if (!server.stdin.writable) throw new Error(`${method}: the language server has ended`);
    send({ id, method, params });
    const { result, error } = await new Promise<Message>((resolve) => waiting.set(id, resolve));
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  }
  readMessages(server.stdout, (message) => {
    if (message.id === undefined) return;
    if (message.method === undefined) waiting.get(message.id)?.(message);
    else send({ id: message.id, result: null }); // it asks for settings: we have none
  });

  const textDocument = (file: string) => ({ uri: pathToFileURL(file).href });
  const rootUri = pathToFileURL(folder).href;
  await request('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'archive' }],
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    initializationOptions: {
      typescript: { tsdk: dirname(createRequire(import.meta.url).resolve('typescript')) },
      contentIntellisense: true,
    },
  }).catch((cause: unknown) => {
    server.kill(); // nobody else can: it is not handed out yet
    throw cause;
  });
  send({ method: 'initialized', params: {} });
  return {
    open(file, text) {
      const document = { ...textDocument(file), languageId: 'markdown', version: 1, text };
      send({ method: 'textDocument/didOpen', params: { textDocument: document } });
    },
    async complete(file, position) {
      const params = { textDocument: textDocument(file), position };
      const { items } = await request<{ items: { label: string }[] }>(
        'textDocument/completion',
        params,
      );
      return items.map(({ label }) => label);
    },
    async diagnose(file) {
      const params = { textDocument: textDocument(file) };
      const { items } = await request<{ items: { message: string }[] }>(
        'textDocument/diagnostic',
        params,
      );
      return items.map(({ message }) => message);
    },
    close: () => void server.kill(),
  };
}

/** Messages have a header that gives their length in bytes. */
function readMessages(stream: NodeJS.ReadableStream, onMessage: (message: Message) => void) {
  let bytes = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const end = bytes.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(bytes.toString('latin1', 0, end))?.[1]);
      if (end === -1 || bytes.length < end + 4 + length) return;
      const text = bytes.toString('utf8', end + 4, end + 4 + length);
      bytes = bytes.subarray(end + 4 + length);
      onMessage(JSON.parse(text) as Message);
    }
  });
}
