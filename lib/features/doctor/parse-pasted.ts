import { z } from 'zod';
import { findSignInErrors } from '@/lib/sign-in-errors.data';
import type { Evidence } from './evidence';

export type Asked = Evidence['asked'];

const emailShape = /[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/;
const requestShape = /(?<![A-Za-z0-9_])(?:areq_[A-Za-z0-9]{1,40}|a[a-z_]*req[a-z_]*_\d{6,40})(?![A-Za-z0-9])/;
const longestDescription = 300;

/**
 * What of a pasted text is looked at: an address, an auth request id, error codes, what Scalekit said beside them. The
 * rest of it, codes and states of a callback too, is dropped here. Null when nothing of this is in it.
 */
export function parsePasted(text: string): Asked | null {
  const parameters = parametersOf(text);
  const named = parameters.get('error')?.trim().toLowerCase().split(/\s/)[0];
  const codes = findSignInErrors(named ?? text);
  const description = parameters.get('error_description') ?? null;
  const email = z
    .email()
    .safeParse(emailShape.exec(parameters.get('login_hint') ?? decodeLoosely(text))?.[0].toLowerCase());
  const requestId = requestShape.exec(text)?.[0] ?? null;
  const limit = limitOf(text);
  // A code that the application made up, or a new one, is looked at too: it is said that nobody has documented it.
  const unknown = named && codes.length === 0 && /^[a-z_]{3,60}$/.test(named) ? named : null;
  const asked = {
    email: email.success ? email.data : null,
    requestId,
    code: codes[0] ?? unknown,
    otherCodes: codes.slice(1),
    description: description ? withoutSecrets(description) : null,
    limit,
  };
  const kind = limit
    ? 'limit'
    : named
      ? 'callback'
      : asked.code
        ? 'code'
        : requestId
          ? 'request'
          : asked.email
            ? 'address'
            : null;
  return kind && { kind, ...asked };
}

/** The query and the fragment of the first address in the text, or of a bare query. */
function parametersOf(text: string): URLSearchParams {
  const address = /https?:\/\/[^\s<>"']+/.exec(text)?.[0];
  const url = address && URL.canParse(address) ? new URL(address) : null;
  if (url) return new URLSearchParams([...url.searchParams, ...new URLSearchParams(url.hash.slice(1))]);
  return /(^|[?&\s])error=/.test(text)
    ? new URLSearchParams(text.replace(/^.*?(?=error=)/s, ''))
    : new URLSearchParams();
}

function limitOf(text: string): Asked['limit'] {
  const code = /\b(RATE_LIMITED|TOOL_ERROR)\b/.exec(text)?.[1] as 'RATE_LIMITED' | 'TOOL_ERROR' | undefined;
  if (code) return { code };
  return /^\s*(HTTP\s*)?429\b|\btoo many requests\b|"code"\s*:\s*8\b/i.test(text) ? { code: null } : null;
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Tokens and other long runs are cut out of text that others wrote. */
function withoutSecrets(text: string): string {
  return text
    .replaceAll(/[\w.~+/=-]{33,}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestDescription);
}
