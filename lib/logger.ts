import 'server-only';
import pino from 'pino';
import { readLogLevel } from '@/lib/env';

/**
 * JSON lines on standard output. Fields that can hold a secret are removed wherever they appear;
 * never put a token, a key or a portal URL into the message text.
 */
export const logger = pino({
  level: readLogLevel(),
  redact: {
    paths: ['token', 'secret', 'cookie', 'authorization', 'plainSecret', 'location', 'url'].flatMap(
      (name) => [name, `*.${name}`, `*.*.${name}`],
    ),
    remove: true,
  },
});
