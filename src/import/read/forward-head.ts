import type { Day } from '../../archive/day.ts';
import { dayIn } from '../parse/find-date.ts';

/** The lines above a mail that was forwarded or quoted inline, by their places among all lines. */
export interface ForwardHead {
  start: number;
  /** The first line of the mail itself. */
  end: number;
  subject: string | undefined;
  from: string | undefined;
  /** The day on which it was sent. */
  day: Day | undefined;
}

/** `---------- Forwarded message ---------`, `Begin forwarded message:`, `-----Original Message-----`. */
const MARK = new RegExp(
  `^(?:${[
    '(?:begin(?:ning of)? )?forwarded message|forwarded by .{1,80}|original (?:message|e-?mail|appointment)',
    '(?:inicio del )?mensaje (?:reenviado|original)|comienzo del mensaje reenviado',
    "(?:début du )?(?:message|courriel) (?:transféré|réexpédié|original)|message d[’']origine|(?:e-?mail|courriel) (?:transféré|d[’']origine)",
    '(?:anfang der )?weitergeleitete[n]? (?:nachricht|mail|e-mail)|(?:ursprüngliche|original)[ -]?(?:nachricht|e-?mail)',
    '(?:início da )?mensagem (?:encaminhada|reenviada|original)',
    '(?:inizio )?messaggio (?:inoltrato|originale)|inizio del messaggio inoltrato',
    '(?:bắt đầu )?(?:thư|tin nhắn) (?:được|đã) chuyển tiếp|(?:thư|tin nhắn) gốc',
    '(?:开始)?(?:被)?(?:转发|转寄)的?(?:邮件|信息|消息)|(?:開始)?(?:被)?(?:轉寄|轉發)的?(?:郵件|信件|訊息)|原始(?:邮件|郵件|信件)|原邮件|以下是转发的邮件|下面是被转发的邮件',
    '전달된 (?:메일|메시지|이메일)(?: 시작)?|원본 (?:메일|메시지|이메일)|転送(?:メッセージ|メール)|転送された(?:メッセージ|メール)|元のメッセージ',
  ].join('|')})$`,
  'iu',
);

/** The names of a mail's header fields, as mail programs print them in the language of their user. */
const NAMES = {
  from: 'from|de|remitente|expéditeur|von|da|mittente|remetente|từ|người gửi|发件人|寄件者|寄件人|보낸 ?사람|보내는 사람|差出人',
  sent: 'date|sent|fecha|enviado(?: el)?|envoyé(?: le)?|datum|gesendet(?: am)?|data|enviad[ao](?: em)?|inviato(?: il)?|đã gửi|ngày|thời gian|发送时间|发件时间|日期|时间|寄件日期|傳送日期|傳送時間|보낸 ?날짜|날짜|日時|送信日時',
  subject: 'subject|asunto|objet|sujet|betreff|assunto|oggetto|chủ đề|tiêu đề|主题|主題|主旨|제목|件名',
  to: 'to|para|à|an|a|đến|tới|người nhận|收件人|收件者|받는 ?사람|宛先',
  other: 'cc|bcc|cci|cco|copie(?: à)?|kopie|抄送|副本|密件抄送|참조|숨은 ?참조|reply-?to|responder a|répondre à|antwort an|importance|importancia|wichtigkeit|priority|sensitivity|attachments?|adjuntos|datos adjuntos|pièces? jointes?|anlagen?|anexos|tệp đính kèm|附件|첨부 ?파일|organi[sz]ation|mailing-list|x-[a-z-]{2,30}',
} as const; // prettier-ignore
type FieldName = keyof typeof NAMES;
const FIELDS = Object.entries(NAMES).map(
  ([name, words]) =>
    [
      name as FieldName,
      new RegExp(`^[>*\\s]*(?:${words})\\s?\\*?\\s?[:：](?<value>.*)$`, 'iu'),
    ] as const,
);
/** The line above a mail that is answered: `On 3 May 2016, Casey Contact wrote:`. */
const WROTE =
  /^[>\s]*(?=.{0,200}\d).{6,240}(?:\bwrote|\ba écrit|\bescribi[oó]|\bschrieb(?: .{1,80})?|\bescreveu|\bha scritto|\bđã viết|写道|寫道|님이 작성)\s?[:：]\s*$/iu;
/** Two parts of what is in the head of a mail, and in hardly any memorandum: an address, or an hour. */
const SENT = /\S@\S|\d[:.h]\d\d|\bmailto:/iu;
const MAX_GAP = 3; // blank lines between a mark and the first field
const MAX_HEAD = 60; // lines: a mail may have gone to many
const LONG_LINE = 58; // a field's line that may have been wrapped

/** The lines without the marks of a quotation. */
export const unquoted = (line: string) => line.replace(/^(?:[ \t]?>)+[ \t]?/, '');

/** The first mail inside a mail; undefined where there is none. */
export function findForwardHead(lines: readonly string[]): ForwardHead | undefined {
  const isFilled = (line: string) => unquoted(line).trim() !== '';
  const lastFilled = lines.findLastIndex(isFilled);
  const lastPlain = lines.findLastIndex((line) => isFilled(line) && !/^\s?>/.test(line));
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const isMark = MARK.test(/\p{L}.*\p{L}/u.exec(line)?.[0] ?? '');
    const start = isMark ? afterBlank(lines, n + 1) : n;
    const isAnswered = n === lastPlain && n < lastFilled && WROTE.test(line); // all that follows is quoted
    if (!isMark && isAnswered)
      return { start: n, end: n + 1, subject: undefined, from: undefined, day: dayIn(line) };
    const head = start - n <= MAX_GAP + 1 ? fieldsFrom(lines, start, isMark) : undefined;
    if (head !== undefined) return { ...head, start: n };
  }
  return undefined;
}

function afterBlank(lines: readonly string[], from: number): number {
  let n = from;
  while (n < lines.length && unquoted(lines[n] ?? '').trim() === '') n++;
  return n;
}

function fieldsFrom(lines: readonly string[], from: number, isMarked: boolean) {
  const values = new Map<FieldName, string>();
  let last: FieldName | undefined;
  let hasOwnLines = false; // whether each value is in a line below the name of its field
  let end = from;
  for (; end < Math.min(lines.length, from + MAX_HEAD); end++) {
    const line = lines[end] ?? '';
    const text = unquoted(line);
    const field = fieldOf(text);
    const isOpen = hasOwnLines && last !== undefined && values.get(last)?.trim() === '';
    if (field !== undefined && !(values.has(field.name) && field.name !== 'other')) {
      // A memorandum names first whom it is for; mail programs do so nowhere.
      if (!isMarked && values.size === 0 && field.name !== 'from') return undefined;
      if (values.size === 0) hasOwnLines = field.value.trim() === '';
      values.set(field.name, field.value);
      last = field.name;
    } else if (text.trim() === '') {
      // A page has each field in a block of its own.
      const next = afterBlank(lines, end);
      const goesOn =
        next - end === 1 && (isOpen || fieldOf(unquoted(lines[next] ?? '')) !== undefined);
      if (!goesOn || values.size === 0) break;
    } else if (last !== undefined && (isOpen || continues(lines, end, last))) {
      values.set(last, `${values.get(last) ?? ''} ${text}`);
    } else break;
  }
  const isHead = values.has('from') && (values.has('subject') || values.has('sent'));
  const isSure = SENT.test([values.get('from'), values.get('sent'), values.get('to')].join(' '));
  if (isMarked ? values.size < 2 : !(isHead && values.size > 2 && isSure)) return undefined;
  return {
    end,
    subject: values.get('subject'),
    from: values.get('from'),
    day: dayIn(values.get('sent') ?? ''),
  };
}

function fieldOf(line: string): { name: FieldName; value: string } | undefined {
  for (const [name, pattern] of FIELDS) {
    const value = pattern.exec(line)?.groups?.['value'];
    if (value !== undefined) return { name, value };
  }
  return undefined;
}

/** Whether a line goes on with the field above it, which was wrapped. */
function continues(lines: readonly string[], n: number, field: FieldName): boolean {
  const above = unquoted(lines[n - 1] ?? '').trimEnd();
  const line = unquoted(lines[n] ?? '');
  if (/^[ \t]+\S/.test(line) || /[,;]$/.test(above)) return true;
  if (field === 'to' || field === 'other' || field === 'from') return /@/.test(line) && line.length < 200; // prettier-ignore
  const isLast = unquoted(lines[n + 1] ?? '').trim() === '' || fieldOf(unquoted(lines[n + 1] ?? '')) !== undefined; // prettier-ignore
  return field === 'subject' && above.length > LONG_LINE && isLast;
}
