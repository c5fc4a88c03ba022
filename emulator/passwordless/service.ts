import type { MessageInitShape } from '@bufbuild/protobuf';
import { passwordlessPb, type services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { Implementation } from '../service';
import type { PasswordlessRow } from './rows';
import { resendPasswordless, sendPasswordless } from './send';
import { verifyPasswordless } from './verify';

const { PasswordlessType, TemplateType } = passwordlessPb;

/** PasswordlessService: proof of an e-mail address for applications that keep sessions of their own. */
export function passwordlessService(environment: Environment): Implementation<typeof services.passwordless> {
  function toSent(
    row: PasswordlessRow,
  ): MessageInitShape<typeof passwordlessPb.SendPasswordlessResponseSchema> {
    return {
      authRequestId: row.id,
      expiresAt: BigInt(Math.floor(row.expiresAt / 1000)),
      expiresIn: row.lifetimeSeconds,
      passwordlessType: PasswordlessType[row.type],
    };
  }

  return {
    sendPasswordlessEmail: (request) => toSent(sendPasswordless(environment, request)),

    resendPasswordlessEmail: ({ authRequestId }) => toSent(resendPasswordless(environment, authRequestId)),

    verifyPasswordlessEmail(request) {
      const { row, provedBy } = verifyPasswordless(environment, request);
      return {
        email: row.email,
        state: row.state,
        template: TemplateType[row.template],
        passwordlessType: PasswordlessType[provedBy],
      };
    },
  };
}
