"use client";
export function ExportMenu() {
  return null;
}
