import {
  connectAccount,
  consentByLink,
  createAccountLink,
  createAppConnection,
} from '../fixtures/agents-api';
import { uniqueWord } from '../fixtures/scalekit-api';
import { type FindPlaces, of as ofOrganization } from './place';

const accounts = '/production/connected-accounts';

export const connectedAccountPlaces: FindPlaces = async (scalekit, { id }) => {
  const { keyId } = await createAppConnection(scalekit);
  const pending = await connectAccount(scalekit, keyId, `ines-${uniqueWord()}@heronsgate.example`, id);
  const active = await connectAccount(scalekit, keyId, `tobin-${uniqueWord()}@heronsgate.example`, id);
  await consentByLink(await createAccountLink(scalekit, active));
  const one = (search = '') => `${accounts}/${active}${search}`;
  return [
    { name: 'connected accounts', path: `${accounts}?connection=${keyId}` },
    {
      name: 'connected accounts, expired and pending',
      path: `${accounts}?status=needs_link&connection=${keyId}`,
    },
    { name: 'connected accounts, wrong filters', path: `${accounts}?organization=acme&user=ada` },
    { name: 'create a connected account', path: `${accounts}/new` },
    { name: 'connected accounts of a customer', path: ofOrganization(id, '/connected-accounts') },
    { name: 'connected account', path: one() },
    { name: 'connected account that waits', path: `${accounts}/${pending}?organization=${id}` },
    { name: 'edit a connected account', path: one('/edit') },
    { name: 'create a link', path: one('?dialog=link') },
    { name: 'create a lasting link', path: one('?dialog=durable-link') },
    { name: 'verify a user', path: one('?dialog=verify') },
    { name: 'show credentials', path: one('?dialog=credentials') },
    { name: 'disconnect an account', path: one('?dialog=disconnect') },
    { name: 'delete an account', path: one('?dialog=delete-account') },
  ];
};
