import 'server-only';
import { z } from 'zod';

const violation = z.object({ field: z.string().catch(''), description: z.string().catch('') });

const errorInfo = z.object({
  error_code: z.string().optional().catch(undefined),
  validation_error_info: z
    .object({ field_violations: z.array(violation) })
    .optional()
    .catch(undefined),
  request_info: z.object({ request_id: z.string() }).optional().catch(undefined),
  tool_error_info: z
    .object({
      tool_error_message: z.string(),
      tool_error_code: z.string().optional(),
      execution_id: z.string().max(64).optional(),
    })
    .optional()
    .catch(undefined),
});

// Besides the usual body: a bare ErrorInfo, which some operations document, and the proxy's `detail`.
const errorBody = errorInfo.extend({
  code: z.number().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  details: z.array(errorInfo.catch({})).catch([]),
});

export type Violation = z.infer<typeof violation>;

/** What an upstream error says of itself; everything but the lists may be missing. */
export type ErrorBody = {
  /** The gRPC code. */
  code?: number;
  message: string;
  errorCode?: string;
  violations: Violation[];
  requestId?: string;
  /** What a tool's provider said, and under which id the tool ran. */
  toolErrorInfo?: z.infer<typeof errorInfo>['tool_error_info'];
};

/** Reads an error body of any shape; what is missing or misshapen stays empty. Never throws. */
export function readErrorBody(json: unknown): ErrorBody {
  const parsed = errorBody.safeParse(json);
  if (!parsed.success) return { message: '', violations: [] };
  const { code, message, detail, details, ...bare } = parsed.data;
  const infos = [bare, ...details];
  const toolErrorInfo = infos.find((info) => info.tool_error_info)?.tool_error_info;
  return {
    code,
    message: toolErrorInfo?.tool_error_message || message || detail || '',
    errorCode: infos.find((info) => info.error_code)?.error_code,
    violations: infos.flatMap((info) => info.validation_error_info?.field_violations ?? []),
    requestId: infos.find((info) => info.request_info)?.request_info?.request_id,
    toolErrorInfo,
  };
}

// Longer than any Scalekit id (32 characters): a key, a token or a link that an error message may echo.
const opaqueRun = /[\w.~+/=-]{33,}/g;

/** Upstream's own sentence, fit to be shown: one line, at most 300 characters, nothing that could be a secret. */
export function quote(message: string): string {
  const line = message.replaceAll(opaqueRun, '…').replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '';
  const short = line.length > 300 ? `${line.slice(0, 299)}…` : line;
  const capital = short.charAt(0).toUpperCase() + short.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
