/**
 * The catalog of AWS services: which names mean the same service (rules 5.2).
 *
 * Read on 2026-11-25. It rests on the service models of AWS's own SDK (botocore 1.43.107, 436 models), the
 * titles and introductions of the guides on docs.aws.amazon.com (renamings are announced there: SageMaker AI,
 * WorkSpaces Applications, Connect Customer, Quick), docs.amazonaws.cn for the China regions, and the names that
 * the specializations of our catalog require.
 */
import type { AwsService } from './aws-service.js';
import { currentAwsServices } from './aws-services-current.js';
import { endedAwsServices } from './aws-services-ended.js';

export type { AwsService };

/** Every service known: those on offer, and those ended recently enough to stand in a study. */
export const awsServices: readonly AwsService[] = [...currentAwsServices, ...endedAwsServices];
