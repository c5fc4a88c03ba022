import { insertActivityRows } from '../fixtures/activity-rows';
import { keepDeadCertificates, raiseAlarm } from '../fixtures/desk-rows';
import { uniqueWord } from '../fixtures/scalekit-api';
import { e2eStack } from '../setup/stack';
import { type FindPlaces, of } from './place';

export const deskPlaces: FindPlaces = async (_scalekit, { id }) => {
  await raiseAlarm(id);
  await keepDeadCertificates(id, 2);
  await insertActivityRows(e2eStack(), [
    {
      ...{ id: `auth_${uniqueWord()}`, stream: 'login', type: 'login.sso', source: 'login_log' },
      ...{ outcome: 'failed', organizationId: id, email: 'ada@larkfield.example' },
    },
  ]);
  return [
    { name: 'the desk', path: '/production' },
    { name: 'the desk, a week', path: '/production?period=week' },
    { name: 'what has run out', path: '/production/expiry?when=past' },
    { name: 'login doctor, from a customer', path: `/production/doctor?organization=${id}` },
    { name: 'evidence pack', path: of(id, '/evidence') },
  ];
};
