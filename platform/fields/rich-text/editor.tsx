import { Link, RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.css'
import { useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect } from 'react'
import type { InputProps } from '../view.ts'

export default function Editor({ field, value, onChange, disabled, autoFocus, inline }: InputProps<string>) {
  const editor = useEditor({
    // Mantine's types reach the CommonJS declarations of the same package, hence the casts.
    extensions: [StarterKit.configure({ link: false }), Link as never],
    content: value ?? '',
    editable: disabled !== true,
    autofocus: autoFocus === true || inline === true ? 'end' : false,
    editorProps: { attributes: { 'aria-label': field.label, role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? null : changed.getHTML()),
  })
  // What another person changed is taken over while nobody writes here.
  useEffect(() => {
    if (editor !== null && !editor.isFocused && (value ?? '') !== (editor.isEmpty ? '' : editor.getHTML())) {
      editor.commands.setContent(value ?? '', { emitUpdate: false })
    }
  }, [editor, value])
  return (
    <RichTextEditor editor={editor as never} styles={{ content: { minHeight: 120 } }}>
      <RichTextEditor.Toolbar>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Bold />
          <RichTextEditor.Italic />
          <RichTextEditor.Strikethrough />
          <RichTextEditor.ClearFormatting />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.H2 />
          <RichTextEditor.H3 />
          <RichTextEditor.BulletList />
          <RichTextEditor.OrderedList />
          <RichTextEditor.Blockquote />
        </RichTextEditor.ControlsGroup>
        <RichTextEditor.ControlsGroup>
          <RichTextEditor.Link />
          <RichTextEditor.Unlink />
        </RichTextEditor.ControlsGroup>
      </RichTextEditor.Toolbar>
      <RichTextEditor.Content />
    </RichTextEditor>
  )
}
