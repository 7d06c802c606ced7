import { Button, FileButton, Loader } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import type { DragEvent } from 'react';

import { usePlansWords } from '../plans-words.js';
import classes from './file-drop.module.css';

interface FileDropProps {
  /** Name of the file that is being read now. */
  reading: string | null;
  onFile: (file: File) => void;
}

/** A place to drop one file; the button inside does the same by keyboard. */
export function FileDrop({ reading, onFile }: FileDropProps) {
  const t = usePlansWords();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && reading === null) onFile(file);
  };
  return (
    <div
      className={classes.place}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      aria-busy={reading !== null}
    >
      {reading === null ? (
        <>
          <IconFileUpload size={38} stroke={1.3} aria-hidden="true" />
          <p className={classes.words}>{t(over ? 'dropNow' : 'drop')}</p>
          <FileButton
            accept=".docx,.xlsx,.xls,.ods,.pdf,.csv,.tsv,.txt,.md,.html,.htm,.png,.jpg,.jpeg"
            onChange={(file) => file && onFile(file)}
          >
            {(props) => <Button {...props}>{t('choose')}</Button>}
          </FileButton>
        </>
      ) : (
        <div role="status" className={classes.reading}>
          <Loader size="sm" />
          <p className={classes.words}>{t('reading', { name: reading })}</p>
          <p className={classes.hint}>{t('readingHint')}</p>
        </div>
      )}
    </div>
  );
}
