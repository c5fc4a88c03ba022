'use server';
import { toMap } from '@/lib/key-values';
import { passwordlessPb } from '@/lib/scalekit/services';
import { defineAction } from '@/lib/server/define-action';
import { requireReason } from '@/lib/server/require-reason';
import { mailRefused, proofRefused } from './in-words';
import { toProofType, toSentMail, toTemplate } from './rows';
import {
  type ProvedAddress,
  readLinkToken,
  resendPasswordlessInput,
  type SentMail,
  sendPasswordlessInput,
  verifyPasswordlessInput,
} from './schema';

const { TemplateType } = passwordlessPb;

/** POST /passwordless/email/send: a real mail to whoever has the address. */
export const sendPasswordless = defineAction({
  permission: 'passwordless.send',
  input: sendPasswordlessInput,
  scope: () => ({ kind: 'environment' }),
  run: async (input, { scalekit }): Promise<SentMail> => {
    try {
      const { email, template, magiclinkAuthUri, state, expiresIn, templateVariables } = input;
      const sent = await scalekit.passwordless.sendPasswordlessEmail({
        email,
        template: TemplateType[template],
        magiclinkAuthUri: magiclinkAuthUri || undefined,
        state: state || undefined,
        expiresIn: expiresIn || undefined,
        templateVariables: toMap(templateVariables),
      });
      return toSentMail(sent, Date.now());
    } catch (error) {
      throw mailRefused(error);
    }
  },
  audit: {
    target: ({ email }) => ({ type: 'email_address', id: email }),
    details: ({ template }) => ({ template }),
  },
  refresh: false,
});

/** POST /passwordless/email/resend: the same mail with new contents, which end the earlier ones. */
export const resendPasswordless = defineAction({
  permission: 'passwordless.resend',
  input: resendPasswordlessInput,
  scope: () => ({ kind: 'environment' }),
  run: async (input, { scalekit }): Promise<SentMail> => {
    try {
      return toSentMail(await scalekit.passwordless.resendPasswordlessEmail(input), Date.now());
    } catch (error) {
      throw mailRefused(error);
    }
  },
  audit: {
    target: ({ authRequestId }) => ({ type: 'auth_request', id: authRequestId }),
    details: () => ({}),
  },
  refresh: false,
});

/** POST /passwordless/email/verify: uses a code or link up, and says whose address it proves. Neither is kept. */
export const verifyPasswordless = defineAction({
  permission: 'passwordless.verify',
  input: verifyPasswordlessInput,
  scope: ({ reason }, { principal }) => {
    requireReason(reason, principal);
    return { kind: 'environment' };
  },
  run: async ({ authRequestId, code, linkToken }, { scalekit }): Promise<ProvedAddress> => {
    try {
      const proved = await scalekit.passwordless.verifyPasswordlessEmail({
        authRequestId: authRequestId || undefined,
        authCredential: code
          ? { case: 'code', value: code }
          : { case: 'linkToken', value: readLinkToken(linkToken) },
      });
      return {
        email: proved.email,
        state: proved.state || null,
        template: toTemplate(proved.template),
        provedBy: toProofType(proved.passwordlessType),
      };
    } catch (error) {
      throw proofRefused(error, code ? 'code' : 'linkToken');
    }
  },
  audit: {
    target: () => ({ type: 'auth_request' }),
    details: ({ code }) => ({ by: code ? 'code' : 'link' }),
    reason: ({ reason }) => reason,
  },
  refresh: false,
});
