import { insertJob } from '../fixtures/jobs-db';
import { e2eStack } from '../setup/stack';
import { type FindPlaces, of } from './place';

export const jobPlaces: FindPlaces = async (scalekit, { id }) => {
  const jobId = await insertJob(e2eStack(), id);
  await scalekit.createApiKey(id, 'of nobody');
  const job = (search = '') => `/production/jobs/${jobId}${search}`;
  return [
    { name: 'jobs', path: '/production/jobs' },
    { name: 'job', path: job() },
    { name: 'job, filtered', path: job('?state=unknown') },
    { name: 'cancel job', path: job('?dialog=cancel-job') },
    { name: 'invite from a file', path: of(id, '/members/import') },
    { name: 'revoke all API keys', path: of(id, '/api-keys?dialog=revoke-selected:all') },
  ];
};
