import { useMay } from '~/entities/session';
import { MemberHome } from './member-home';
import { OfficeHome } from './office-home';

/** The home page is the list of deadlines: the office's, or a member's own exchanges. */
export function HomePage() {
  const may = useMay();
  return may('staff') ? <OfficeHome /> : <MemberHome />;
}
