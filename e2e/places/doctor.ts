import { openSignIn } from '../fixtures/sessions-api';
import type { FindPlaces } from './place';

export const doctorPlaces: FindPlaces = async (scalekit, { id }) => {
  const { domain } = await openSignIn(scalekit, id);
  const member = await scalekit.addMember(id);
  const email = `jane@${domain}`;
  return [
    { name: 'login doctor', path: '/production/doctor' },
    { name: 'login doctor, an answer', path: `/production/doctor?email=${email}` },
    { name: 'login doctor, a broken link', path: '/production/doctor?problem=ticket+email' },
    { name: 'sign-in dry run, unasked', path: '/production/doctor/dry-run' },
    { name: 'sign-in dry run', path: `/production/doctor/dry-run?email=${email}` },
    { name: 'access explainer, unasked', path: '/production/doctor/access' },
    {
      name: 'access explainer',
      path: `/production/doctor/access?person=${encodeURIComponent(member.email)}&permission=invoices:export`,
    },
    { name: 'sign-in watches', path: '/production/doctor/watches' },
  ];
};
