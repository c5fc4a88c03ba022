import 'server-only';
import pino from 'pino';

/**
 * JSON lines on standard output. Fields that can hold a secret are removed wherever they appear;
 * never put a token, a key or a portal URL into the message text.
 */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  redact: {
    paths: ['token', 'secret', 'cookie', 'authorization', 'plainSecret', 'location', 'url'].flatMap(
      (name) => [name, `*.${name}`, `*.*.${name}`],
    ),
    remove: true,
  },
});
