import { Webhook } from 'standardwebhooks';

/** What a receiver got, and the secret it checks with. All of it stays in the browser. */
export type ReceivedWebhook = {
  secret: string;
  id: string;
  timestamp: string;
  signature: string;
  body: string;
};

export type SignatureVerdict = {
  ok: boolean;
  title: string;
  sentences: string[];
  /** The field to look at again. */
  field: keyof ReceivedWebhook | null;
};

const toleranceSeconds = 300;
const longest = 2_000_000;

/**
 * Says whether a receiver should have taken a webhook, and if not, what is wrong: first what cannot be right by itself,
 * then the signature, then the time.
 * @param now milliseconds
 */
export function checkWebhook(received: ReceivedWebhook, now: number): SignatureVerdict {
  const { id, signature, body } = received;
  const secret = received.secret.trim();
  const timestamp = Number(received.timestamp.trim());
  const wrong = (field: keyof ReceivedWebhook, title: string, ...sentences: string[]): SignatureVerdict => ({
    ok: false,
    field,
    title,
    sentences,
  });
  if (body.length > longest) return wrong('body', 'The body is longer than 2,000,000 characters.');
  if (secret === '') return wrong('secret', 'Give the signing secret of the endpoint.');
  if (!/^whsec_[A-Za-z0-9+/]+=*$/.test(secret))
    return wrong(
      'secret',
      'A signing secret is whsec_ and base64 after it.',
      'Copy it again from the dashboard.',
    );
  if (id.trim() === '') return wrong('id', 'Give the header webhook-id.');
  if (!Number.isInteger(timestamp) || timestamp <= 0)
    return wrong('timestamp', 'The header webhook-timestamp is a whole number of seconds since 1970.');
  if (timestamp > 100_000_000_000)
    return wrong('timestamp', 'This is in milliseconds; webhook-timestamp is in seconds.');
  const given = signature.split(/\s+/).filter((one) => one.startsWith('v1,'));
  if (given.length === 0)
    return wrong(
      'signature',
      'The header webhook-signature holds no v1 signature.',
      'It looks like v1,K5oZ…; several stand side by side with spaces between.',
    );
  const expect = (text: string) => new Webhook(secret).sign(id.trim(), new Date(timestamp * 1000), text);
  if (!given.includes(expect(body))) {
    const near = nearMiss(body, (text) => given.includes(expect(text)));
    return wrong(
      'body',
      'The signature does not fit.',
      near ??
        'The secret is that of another endpoint or was rotated, the id or time is of another message, or the body was changed on its way.',
    );
  }
  const age = Math.round(now / 1000) - timestamp;
  if (Math.abs(age) <= toleranceSeconds)
    return {
      ok: true,
      field: null,
      title: 'The signature fits, and the time is within five minutes.',
      sentences: [],
    };
  const late = age > 0 ? 'old' : 'new';
  return {
    ok: true,
    field: null,
    title: 'The signature fits.',
    sentences: [
      `A receiver would refuse it now as too ${late}: it allows five minutes. If it was refused when it came, compare the receiver’s clock.`,
    ],
  };
}

// What receivers do to a body before they check it.
function nearMiss(body: string, fits: (text: string) => boolean): string | null {
  const added = fits(body.replace(/\r?\n$/, ''));
  if (added)
    return 'It fits without the line break at the end: the body was not copied, or not read, exactly as it came.';
  if (fits(`${body}\n`))
    return 'It fits with a line break at the end: the body was trimmed before it was checked.';
  if (fits(body.replaceAll('\r\n', '\n')))
    return 'It fits with plain line breaks: something turned them into Windows ones.';
  const compact = reserialized(body);
  if (compact && fits(compact))
    return 'It fits the same JSON without spaces: the receiver formats the body before it checks it. It must check the raw bytes.';
  return null;
}

function reserialized(body: string): string | null {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return null;
  }
}
