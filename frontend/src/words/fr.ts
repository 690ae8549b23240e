import type { en } from "./en";

/** What the page says in French. */
export const fr: Record<keyof typeof en, string> = {
  overview: "Aperçu",
  timeline: "Chronologie",
  map: "Carte",
  stories: "Sujets",
  actors: "Acteurs",
  figures: "Chiffres",
  agreements: "Accords",
  search: "Recherche",
  review: "Relecture",
  skip: "Aller au contenu",
  theme: "Clair ou sombre",
  language: "English",
  loading: "Consultation du dossier …",
  failed: "Cela n’a pas fonctionné.",
  nothing: "Rien ici pour l’instant.",
  nothingHelp: "Ajoutez des documents : according read DOSSIER",
  documents: "documents",
  articles: "articles",
  languages: "Langues",
  outlets: "Médias",
  searchFor: "Mots, « expressions », début*, OR, -sauf",
  noHits: "Aucun article ne contient tous ces mots. Essayez-en moins, ou le début d’un mot avec une étoile : cesse*",
  untitled: "(sans titre)",
  undated: "sans date",
};
