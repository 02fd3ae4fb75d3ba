export { specializationName } from '@caseboard/wording';
