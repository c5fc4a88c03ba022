import 'server-only';
import { createTransport } from 'nodemailer';
import { env } from './env';
import { type Html, html } from './html';

/** A paragraph of a mail: a sentence, a code to type off, or an address to go to. */
export type MailPart = string | { code: string } | { href: string; label: string };

export type Mail = { to: { name: string; address: string }; subject: string; parts: MailPart[] };

/** Why a mail did not go out. Its message is a sentence without the address or the mail server's own words. */
export class MailError extends Error {
  constructor(
    message: string,
    /** The server was silent at the end: the mail may arrive all the same. */
    readonly unknown: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'MailError';
  }
}

const stepMs = 4_000;
const wholeMs = 10_000;

/** True when this console can send mail. */
export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * Sends one mail as plain text and simple HTML, within ten seconds, once.
 * @throws MailError
 */
export async function sendMail({ to, subject, parts }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new MailError('This console has no mail server.', false);
  const transport = createTransport(withTimeouts(SMTP_URL));
  const content = { text: toText(parts), html: toHtml(subject, parts) };
  const options = { disableFileAccess: true, disableUrlAccess: true };
  const sending = transport.sendMail({ from: MAIL_FROM, to, subject, ...content, ...options });
  const timer = new AbortController();
  try {
    await Promise.race([sending, deadline(timer.signal)]);
  } catch (error) {
    throw toMailError(error);
  } finally {
    timer.abort();
    transport.close();
  }
}

/** nodemailer drops all other options when it is given a URL, but reads them from its query. */
function withTimeouts(address: string): string {
  const url = new URL(address);
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout', 'dnsTimeout']) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(stepMs));
  }
  return url.href;
}

function deadline(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(
      () => reject(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })),
      wholeMs,
    );
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

function toMailError(cause: unknown): MailError {
  const { code, syscall } = cause as { code?: string; syscall?: string };
  if (code === 'EENVELOPE') return new MailError('The mail server refused the address.', false, { cause });
  if (code === 'EAUTH') return new MailError('The mail server refused this console.', false, { cause });
  // nodemailer does not say how far it came: a silence counts as "may have taken it", a refused connection does not.
  const unknown = ['ETIMEDOUT', 'ESOCKET', 'ECONNECTION'].includes(code ?? '') && syscall !== 'connect';
  const words = unknown ? 'The mail server did not answer in time.' : 'The mail server took no mail.';
  return new MailError(words, unknown, { cause });
}

function toText(parts: MailPart[]): string {
  const paragraphs = parts.map((part) => {
    if (typeof part === 'string') return part;
    return 'code' in part ? part.code : `${part.label}:\n${part.href}`;
  });
  return `${paragraphs.join('\n\n')}\n`;
}

function toHtml(subject: string, parts: MailPart[]): string {
  const paragraphs = parts.map((part): Html => {
    if (typeof part === 'string') return html`<p>${part}</p>`;
    if ('code' in part) {
      return html`<p style="font: 600 24px/1.4 monospace; letter-spacing: 2px">${part.code}</p>`;
    }
    return html`<p><a href="${part.href}">${part.label}</a></p>`;
  });
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font: 16px/1.5 sans-serif">${paragraphs}</body></html>`.markup;
}
