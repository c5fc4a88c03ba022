import type { JsonObject, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { domainsPb } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import { eventTime } from '../events/payloads';
import type { DomainRow } from './rows';

type DomainInit = MessageInitShape<typeof domainsPb.DomainSchema>;

const { DomainType, VerificationMethod, VerificationStatus } = domainsPb;

/** A domain as the API shows it. Lists leave the TXT record out unless asked for it. */
export function toDomain({ id }: Environment, row: DomainRow, withRecord = true): DomainInit {
  return {
    id: row.id,
    domain: row.name,
    environmentId: id,
    organizationId: row.organizationId,
    txtRecordKey: withRecord ? row.txtKey : '',
    txtRecordSecret: withRecord ? row.txtSecret : '',
    verificationStatus: VerificationStatus[row.status],
    verificationMethod: VerificationMethod[row.method],
    domainType: DomainType[row.type],
    createTime: timestampFromMs(row.createdAt),
    updateTime: timestampFromMs(row.updatedAt),
  };
}

/** The data of a domain's events. */
export function domainData({ id }: Environment, row: DomainRow): JsonObject {
  return {
    id: row.id,
    domain: row.name,
    domain_type: row.type,
    organization_id: row.organizationId,
    environment_id: id,
    txt_record_key: row.txtKey,
    txt_record_secret: row.txtSecret,
    verification_status: row.status,
    verification_method: row.method,
    updated_at: eventTime(row.updatedAt),
  };
}
