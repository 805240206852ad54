import { createFileRoute } from '@tanstack/react-router';
import { BoardPage } from '~/features/agreements/board-page';

export const Route = createFileRoute('/_office/agreements/board')({ component: BoardPage });
