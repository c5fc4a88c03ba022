import type { JsonObject } from '@bufbuild/protobuf';
import type { AuthLogRow, AuthStatus } from '../../auth-logs/rows';
import type { Base } from '../../base';
import type { ClientRow } from '../../clients/rows';
import { organizationData } from '../../events/payloads';
import type { EventRow } from '../../events/rows';
import type { OrganizationRow } from '../../organizations/rows';
import { connectionIdOf, providerOfCustomer } from './belongings';
import { dealing, mixed, numberedIds } from './numbers';
import {
  emailOf,
  employerOf,
  organizationCount,
  organizationId,
  organizationIndex,
  userCount,
  userWithEmail,
} from './people';

export const signInCount = 600_000;
export const eventCount = 400_000;

const dayMs = 86_400_000;

const signInIds = numberedIds('areq', 7, signInCount);
const signIns = dealing(signInCount, userCount, 7_919);

/** The login log: six sign-ins of every user within the days given, one of twenty in vain. */
export function authLogBase(
  now: number,
  days: number,
  application: () => ClientRow | undefined,
): Base<AuthLogRow> {
  const spacing = (days * dayMs) / signInCount;
  return {
    size: signInCount,
    indexOf: signInIds.indexOf,
    at(index) {
      const user = signIns.ownerOf(index);
      const employer = employerOf(user);
      const connectionId = connectionIdOf(employer);
      const { id = '', name = '', clientType = 'ENV' } = application() ?? {};
      return {
        id: signInIds.at(index),
        createdAt: Math.round(now - days * dayMs + index * spacing),
        status: statusOf(index),
        email: emailOf(user),
        organizationId: organizationId(employer),
        connections: connectionId
          ? [
              {
                connectionId,
                organizationId: organizationId(employer),
                connectionType: 'OIDC',
                connectionProvider: providerOfCustomer(employer),
              },
            ]
          : [],
        workflow: connectionId ? 'sso' : 'passwordless',
        clientId: id,
        clientName: name,
        clientType,
      };
    },
    find: {
      email(value) {
        const user = value === undefined ? undefined : userWithEmail(value);
        return user === undefined ? [] : signIns.of(user);
      },
    },
  };
}

function statusOf(index: number): AuthStatus {
  const draw = mixed(index, 13, 100);
  return draw < 5 ? 'FAILED' : draw < 8 ? 'INITIATED' : draw < 10 ? 'PENDING' : 'SUCCESS';
}

const eventIds = numberedIds('evt', 8, eventCount);
const events = dealing(eventCount, organizationCount, 7_919);

/** Events: forty of every customer within the days given. */
export function eventBase(
  now: number,
  days: number,
  organization: (index: number) => OrganizationRow,
): Base<EventRow> {
  const spacing = (days * dayMs) / eventCount;
  return {
    size: eventCount,
    indexOf: eventIds.indexOf,
    at(index) {
      const owner = events.ownerOf(index);
      return {
        id: eventIds.at(index),
        createdAt: Math.round(now - days * dayMs + index * spacing),
        type: 'organization.updated',
        object: 'Organization',
        organizationId: organizationId(owner),
        displayName: 'Organization Updated',
        data: organizationData(organization(owner)) as JsonObject,
        source: 'SCALEKIT',
      };
    },
    find: {
      organizationId(value) {
        const owner = organizationIndex(value ?? '');
        return owner === undefined ? [] : events.of(owner);
      },
    },
  };
}
