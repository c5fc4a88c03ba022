import { AppError } from './errors';

/** An error whose sentence was written for a customer: it is shown as it is. */
export class CustomerError extends AppError {}
