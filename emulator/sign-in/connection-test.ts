import { finishConnectionTest, startConnectionTest } from '../connections/test-requests';
import type { Environment } from '../environment';
import { facts, formStyle } from '../faces/form-html';
import { page } from '../oauth/page';
import type { Parameters } from '../oauth/parameters';
import { failures } from './outcomes.data';
import { overPage } from './over-page';
import { readSimulatorAnswer } from './simulator';
import { simulatorPage } from './simulator-page';

/** `GET /sso/v1/{type}/{connection}/test`: a trial sign-in, which also a connection that is off can have. */
export function beginTest(environment: Environment, connectionId: string, problem?: string): Response {
  const connection = environment.store.connections.get(connectionId);
  if (!connection) {
    return page({
      title: 'There is no such connection',
      body: '<p>It may have been deleted.</p>',
      status: 404,
    });
  }
  const test = startConnectionTest(environment, connection);
  const hidden = { test: test.id };
  return simulatorPage({ environment, connection, action: '/sign-in/test', hidden, problem });
}

/** `POST /sign-in/test`: records how the trial ended. Nobody is signed in by it. */
export function endTest(environment: Environment, form: Parameters): Response {
  const test = environment.store.connectionTests.get(form.test ?? '');
  if (test?.status !== 'PENDING') return overPage();
  const { identity, outcome } = readSimulatorAnswer(environment, form);
  if (outcome === 'success' && !identity) {
    return beginTest(environment, test.connectionId, 'Choose a person or type an e-mail address.');
  }
  if (outcome !== 'success') {
    const errorDescription = failures[outcome];
    finishConnectionTest(environment, test, { status: 'FAILURE', error: outcome, errorDescription });
    return resultPage(test.id, 'FAILURE', `${outcome}: ${errorDescription}`);
  }
  const { email = '', familyName = '', givenName = '' } = identity ?? {};
  const userInfo = JSON.stringify({ email, given_name: givenName, family_name: familyName });
  finishConnectionTest(environment, test, { status: 'SUCCESS', userInfo });
  return resultPage(test.id, 'SUCCESS', userInfo);
}

function resultPage(id: string, status: string, detail: string): Response {
  const pairs: [string, string][] = [
    ['Test request', id],
    ['Status', status],
    ['Detail', detail],
  ];
  return page({ title: 'The connection was tested', body: facts(pairs), extraStyle: formStyle });
}
