import type { Study } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';

/**
 * Whether the reader may be told that two studies belong to one legal entity: a reader without leave may not where one
 * of them is anonymous, since the other one would name its customer.
 */
export function mayTellTogether(names: Names, one: Study, other: Study): boolean {
  return names.all || (names.isJoined(one) && names.isJoined(other));
}
