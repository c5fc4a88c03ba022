import type { FormAction } from '@/components/forms/use-action';
import type { ApiAct } from '@/lib/api-effects';
import {
  sendActAsPerson,
  sendContain,
  sendDestroy,
  sendIssueSecret,
  sendRead,
  sendReadContent,
  sendReadSecrets,
  sendWrite,
} from '@/lib/features/api-explorer/actions';
import type { SendResult } from '@/lib/features/api-explorer/schema';

type Input = { operation: string; params?: Record<string, unknown>; reason?: string };

/** The server's act for each act; the server judges again which one a call is. */
export const sendAs: Record<ApiAct, FormAction<Input, SendResult>> = {
  read: sendRead,
  read_secrets: sendReadSecrets,
  read_content: sendReadContent,
  act_as_person: sendActAsPerson,
  write: sendWrite,
  contain: sendContain,
  issue_secret: sendIssueSecret,
  destroy: sendDestroy,
};
