import { useAsOf } from '../platform/as-of';
import { addDays } from '../platform/calendar';
import { defineWords, useWords } from '../platform/words';
import { SavedViews } from '../ui/saved-views';

const words = defineWords(
  {
    active: 'Active',
    drafts: 'Drafts',
    soon: 'Expiring in 90 days',
    anonymous: 'Anonymous, active',
    mine: 'Owned by me',
  },
  {
    active: '已启用',
    drafts: '草稿',
    soon: '90 天内到期',
    anonymous: '匿名且已启用',
    mine: '我负责的',
  },
);

/** The views of the studies that everybody asks for, and one's own. */
export function StudyViews() {
  const say = useWords(words);
  const { day } = useAsOf();
  return (
    <SavedViews
      list="studies"
      to="/studies"
      shipped={[
        { name: say('active'), search: { status: 'active' } },
        { name: say('drafts'), search: { status: 'draft' } },
        { name: say('soon'), search: { status: 'active', expires: `${day}..${addDays(day, 91)}` } },
        { name: say('anonymous'), search: { status: 'active', visibility: 'anonymous' } },
        { name: say('mine'), search: { owner: 'me' } },
      ]}
    />
  );
}
