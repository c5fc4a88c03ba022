import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { invalidArgument, notFound } from '../errors';
import type { Implementation } from '../service';
import { logLogin } from './log';
import { findLoginRequest } from './login-request';

/** AuthService: the one operation of it that is not for browsers. The owner of a login page says who signed in. */
export function authService(environment: Environment): Implementation<typeof services.auth> {
  return {
    updateLoginUserDetails({ connectionId, loginRequestId, user }) {
      const current = findLoginRequest(environment, loginRequestId);
      if (current?.connectionId !== connectionId) throw notFound(`login request ${loginRequestId}`);
      if (!user) throw invalidArgument('user is required');
      const { email, loginFailed, sub: subject } = user;
      const row = environment.store.loginRequests.put({
        ...current,
        answer: loginFailed ? { failed: true } : { failed: false, subject, email: email.toLowerCase() },
      });
      logLogin(environment, row, 'PENDING');
      return { authRequestId: row.authRequestId };
    },
  };
}
