import { createRoot } from 'react-dom/client';
import TwoVectors from './two-vectors.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<TwoVectors />);
