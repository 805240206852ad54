import { useFeatureT } from '~/i18n/i18n';
import { Mark } from '~/ui/mark';
import { type ProjectStatus, statusSigns } from './statuses';

export function ProjectStatusMark({ status }: { status: ProjectStatus }) {
  const t = useFeatureT('grant-projects');
  return <Mark {...statusSigns[status]}>{t(`status.${status}`)}</Mark>;
}
