import 'server-only';
import type { ExportFormat } from '@/lib/activity/export-format';
import { Prisma } from '@/lib/generated/prisma/client';
import { ocsfLine } from './ocsf';

// A spreadsheet runs what begins with one of these; the wide ones too.
const formulaStarts = "E'=+-@\\t\\r\\n＝＋－＠'";

const time = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const texts = [
  ...['type', 'organization_id', 'connection_id', 'user_id', 'email', 'target_type', 'target_id'],
  ...['auth_request_id', 'actor', 'id'],
];

/** One cell, quoted; what a spreadsheet would run gets an apostrophe before it. Empty for null. */
function cell(column: string): string {
  const text = `replace(${column}, '"', '""')`;
  return `CASE WHEN ${column} IS NULL THEN ''
    WHEN ${column} <> '' AND strpos(${formulaStarts}, left(${column}, 1)) > 0 THEN '"''' || ${text} || '"'
    ELSE '"' || ${text} || '"' END`;
}

/** The columns of the CSV, each with the SQL of its text. Times and our own words need no quotes; data has its brace. */
const csvColumns: Record<string, string> = {
  at: time('at'),
  after: `COALESCE(${time('since')}, '')`,
  stream: 'stream',
  outcome: `COALESCE(outcome, '')`,
  source: 'source',
  ...Object.fromEntries(texts.map((column) => [column, cell(column)])),
  data: `'"' || replace(data::text, '"', '""') || '"'`,
};

const csvLine = `concat_ws(',', ${Object.values(csvColumns).join(', ')})`;

const jsonLine = `(jsonb_strip_nulls(jsonb_build_object('at', ${time('at')}, 'after', ${time('since')}, 'stream', stream,
  'id', id, 'type', type, 'outcome', outcome, 'source', source, 'organization_id', organization_id,
  'connection_id', connection_id, 'user_id', user_id, 'email', email, 'target_type', target_type,
  'target_id', target_id, 'auth_request_id', auth_request_id, 'actor', actor))
  || jsonb_build_object('data', data))::text`;

type Format = {
  /** SQL that makes the line's text, without the line's end. */
  line: Prisma.Sql;
  header: string;
  contentType: string;
  ending: string;
};

/** How a row becomes a line. Postgres writes the text: a million rows pass through this process as they are. */
export const formats: Record<ExportFormat, Format> = {
  csv: {
    line: Prisma.raw(csvLine),
    header: `${Object.keys(csvColumns).join(',')}\n`,
    contentType: 'text/csv; charset=utf-8',
    ending: 'csv',
  },
  jsonl: {
    line: Prisma.raw(jsonLine),
    header: '',
    contentType: 'application/x-ndjson; charset=utf-8',
    ending: 'jsonl',
  },
  ocsf: {
    line: Prisma.raw(ocsfLine),
    header: '',
    contentType: 'application/x-ndjson; charset=utf-8',
    ending: 'ocsf.jsonl',
  },
};
