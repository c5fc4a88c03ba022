import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Environment } from '../environment';
import { keepMail } from './send-mail';

export type SmtpSink = { host: string; port: number; close: () => Promise<void> };

const host = '127.0.0.1';

/**
 * An SMTP server on the loopback address that takes every mail, with any credentials or none, and delivers
 * none: they end in the mailbox. No TLS.
 * @param port 0 takes a free one
 * @throws when the port is taken or forbidden (`EADDRINUSE`, `EACCES`)
 */
export async function startSmtpSink(environment: Environment, port: number): Promise<SmtpSink> {
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: 10 * 1024 * 1024,
    closeTimeout: 500,
    onAuth: ({ username }, _session, done) => done(null, { user: username ?? 'anyone' }),
    onData(stream, session, done) {
      buffer(stream)
        .then(async (raw) => {
          if (stream.sizeExceeded) return done(tooLarge());
          take(environment, session, await PostalMime.parse(raw));
          done();
        })
        .catch(done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    // Stays: what goes wrong later, such as a client that hangs up, ends nothing.
    server.on('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the SMTP sink has no port');
  return {
    host,
    port: address.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function take(environment: Environment, { envelope }: SMTPServerSession, mail: Email): void {
  const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
  keepMail(environment, {
    from: mail.from?.address || sender,
    // The envelope says who gets it, the hidden recipients too.
    to: envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html,
  });
}

function tooLarge(): Error {
  return Object.assign(new Error('The mail is over 10 MiB'), { responseCode: 552 });
}
