// Line rules for French pages. French sets a blank, often a no-break one,
// before a colon: \pZ takes both.
#include "indexer/cleaner/rules.h"

namespace backfile {
namespace {

constexpr LineRule kRules[] = {
    {"prev-next", "fr", R"((?:[«‹<]+\s*)?(?:Suivante?s?|Précédente?s?)\s*[:»›>]*)", "Suivant »",
     "Suivant la loi, l'amende est de 300 euros"},
    {"prev-next", "fr",
     R"((?:[«‹<]+\s*)?(?:Articles?|Billets?|Pages?|Publications?|Posts?|Photos?|Images?|Messages?)"
     R"(|Vidéos?) (?:suivante?s?|précédente?s?|plus (?:anciens?|récents?)|anciens?))"
     R"((?:\s*[»›>]+|\pZ*:.*)?)",
     "Article précédent : Grève à la poste", "Article suivant la loi de 1905"},
    {"prev-next", "fr",
     R"((?:Haut de (?:la )?page|(?:Retour|Revenir|Remonter|Aller|Retourner) )"
     R"((?:en haut(?: de (?:la )?page)?|à l[’']accueil|au sommaire|à la page d[’']accueil)"
     R"(|vers le haut|à la une|à la liste))\s*[\^↑»›>]*)",
     "Retour en haut", "Retour à la une pour Macron"},
    {"prev-next", "fr",
     R"(Navigation (?:de l[’']article|des articles|d[’']articles?)|Page \d+ (?:sur|de|/) \d+)",
     "Page 2 sur 5", "Page 2 sur les impôts"},

    {"share", "fr",
     R"((?:Partage[rz]|Imprimer|Recommander|Tweete[rz]|Envoyer))"
     R"((?: (?:l[’']|cet |cette |la |le |ce )(?:article|page|lien|vidéo|publication|info|post))?)"
     R"((?: sur| par| via| avec)?\pZ*[:!]?(?:\s*\(?\d{1,4}\)?)?)",
     "Partager cet article", "Partager le pouvoir, dit-il"},
    {"share", "fr",
     R"((?:Partage[rz]|Envoyer|Suivre)(?: (?:l[’']|cet |cette |la |le |ce ))"
     R"((?:article|page|lien|vidéo))? (?:sur|par|via) [^\s\d.,;:!?'’]+)"
     R"((?: ?\((?:ouvre|s[’']ouvre) dans une nouvelle fenêtre\))?)"
     R"(|Envoyer (?:cet article )?à un ami)",
     "Partager sur Facebook", "Partager avec les pauvres, dit le pape"},
    {"share", "fr", R"(Clique[rz]? (?:pour|ici|sur) .+|Cliquez ici\.?)",
     "Cliquez pour partager sur Twitter (ouvre dans une nouvelle fenêtre)",
     "Cliquer, c'est voter, dit-elle"},
    {"share", "fr",
     R"((?:Suivez|Rejoignez|Retrouvez|Likez|Aimez)[- ](?:nous|moi|notre page)(?: aussi)?)"
     R"((?: (?:sur|également sur) (?:notre page |nos réseaux |les réseaux )?)"
     R"((?:Facebook|Twitter|X|Instagram|LinkedIn|WhatsApp|Pinterest|YouTube|Google|Telegram)"
     R"(|TikTok|Threads|Bluesky|Mastodon|sociaux)(?:[^\p{L}].*)?)?\pZ*[:!.]?)"
     R"(|Nous suivre(?: sur .*)?)",
     "Suivez-nous sur Facebook et Twitter", "Suivez l'argent, disait l'enquêteur"},
    {"share", "fr",
     R"(J[’']aime(?: ça| cette page)?(?:\pZ*:|\s*\(?\d*\)?|\s*chargement.*)?)"
     R"(|Copier (?:le lien|l[’']url)|Lien copié\pZ?!?|Le lien a été copié.*|Version imprimable)"
     R"(|Envoyer par (?:e-?mail|mail|courriel)|(?:Par )?(?:e-?mail|courriel)|Écouter l[’']article)"
     R"(|Ajouter à (?:vos|mes) (?:favoris|sélections))",
     "Copier le lien", "J'aime la mer, dit-il"},

    {"related", "fr",
     R"((?:À|A) (?:lire|voir|écouter|découvrir|relire))"
     R"((?: (?:aussi|également|sur le même sujet|ensuite))?(?:\pZ*[:|»›>].*)?)",
     "À lire aussi : La grève continue", "A voir la foule, le vote sera serré"},
    {"related", "fr",
     R"((?:Lire|Voir|Lisez|Voyez|Écoutez|Ecoutez|Regardez|Retrouvez|Découvrez|Relire|Écouter))"
     R"((?: (?:aussi|également|notre (?:article|enquête|dossier|entretien|décryptage|reportage)"
     R"(|critique|analyse)|l[’'](?:article|entretien|enquête)|la suite|le dossier))+)"
     R"((?:\pZ*[:|»›>].*)?|(?-i:LIRE|Lire)\pZ*:\pZ*\S.*)",
     "Lire aussi : Les députés votent le budget", "Lire aussi vite n'aide pas à retenir"},
    {"related", "fr",
     R"([\[(]?(?:Lire la suite|Lire plus|Voir plus|En savoir plus)"
     R"(|Lire l[’']article(?: complet| entier)?|Voir tout)"
     R"(|Voir (?:toutes|tous) les (?:articles|vidéos|actualités|photos))"
     R"(|Afficher (?:plus|la suite)|Plus d[’'](?:articles|infos?|informations|actualités))"
     R"(|(?:Continuer|Poursuivre) la lecture)(?: (?:ici|de l[’']article))?\s*)"
     R"((?:…|\.{2,}|[:»›>]+)?[\])]?)",
     "Lire la suite...", "Voir plus loin, telle est la devise"},
    {"related", "fr",
     R"((?:Sur le même (?:sujet|thème)|Dans la même (?:rubrique|catégorie))"
     R"(|Nos (?:recommandations|suggestions)|Articles? )"
     R"((?:liés?|similaires?|associés?|connexes?|recommandés?|en relation|complémentaires?))"
     R"(|Contenus? (?:liés?|similaires?|associés?)|Sujets? (?:liés?|associés?|connexes))"
     R"(|Aussi à lire|Et aussi|Recommandés?(?: pour vous)?|Pour aller plus loin)"
     R"(|Plus sur (?:le|ce) (?:sujet|thème))\pZ*(?::.*)?)",
     "Sur le même sujet", "Sur le même thème, le ministre reste muet"},
    {"related", "fr",
     R"((?:Vous (?:aimerez|pourriez|allez|devriez)(?: peut-être)?(?: aussi| également)?)"
     R"((?: (?:aimer|être intéressée?s?(?: par)?|apprécier))?)"
     R"(|(?:Ces articles|Ces contenus|Ceci|Cela) (?:pourrait|pourraient|peut|peuvent|devrait)"
     R"(|devraient)(?: aussi| également)? vous (?:intéresser|plaire))\pZ*[:.…]*)",
     "Vous aimerez aussi", "Vous pourriez être surpris, prévient le juge"},

    {"most-read", "fr",
     R"((?:Les |Articles? |Vidéos? |Sujets? |Actus? |Nos articles? )*(?:les )?plus )"
     R"((?:lus?|lues|vus?|vues|populaires|partagés|partagées|commentés|consultés|consultées)"
     R"(|récents|récentes)(?: (?:du jour|de la semaine|aujourd[’']hui|du mois))?\pZ*:?)",
     "Les plus lus", "Les plus lus des romans sont courts"},
    {"most-read", "fr",
     R"((?:Tendances?|Articles? (?:récents|populaires))"
     R"(|(?:Les )?Dernières (?:actualités|nouvelles|infos|minutes|actus|news))"
     R"(|(?:Les )?Derniers (?:articles|commentaires|titres)|(?:À|A) la une)"
     R"(|(?:À|A) ne pas (?:manquer|rater)|Toute l[’']actualité|Commentaires récents)\pZ*[:»›>]*)",
     "Dernières actualités", "À la une des journaux, la grève"},

    {"newsletter", "fr",
     R"((?:Abonne[zr]?|Inscri(?:vez|s|re))[- ](?:vous|toi)\b[^.!?]*)"
     R"((?:newsletters?|lettres? d[’']info\S*|infolettre|alertes?|liste de diffusion|flux rss)"
     R"(|bulletin)\b.*)",
     "Abonnez-vous à la newsletter", "Inscrivez-vous avant lundi, dit la mairie"},
    {"newsletter", "fr",
     R"((?:S[’'](?:inscrire|abonner)|Inscription|Abonnement|Recevoir|Recevez)"
     R"(|Je m[’'](?:inscris|abonne))(?: (?:gratuitement|vite|dès maintenant))?)"
     R"((?: (?:à la|à nos|à notre|à|aux|au|nos|notre|la|les))? )"
     R"((?:newsletters?|lettres? d[’']information|infolettre|bulletin|alertes?(?: info)?)\b[^.?]*)"
     R"([.!]?)",
     "S'inscrire à la newsletter", "S'inscrire à la fac devient dur"},
    {"newsletter", "fr",
     R"((?:Votre |Entrez votre |Saisissez votre |Indiquez votre )?)"
     R"((?:adresse (?:e-?mail|mail|électronique|courriel)|e-?mail)\s*(?:\*|:|ici)?)",
     "Votre adresse email", "Adresse inconnue"},
    {"newsletter", "fr",
     R"(S[’'](?:inscrire|abonner)|Je m[’'](?:abonne|inscris)|M[’'](?:inscrire|abonner))"
     R"(|Abonnez-vous\pZ*!?|Inscrivez-vous\pZ*!?|Se désabonner|Se désinscrire)"
     R"(|Lettres? d[’']information|Infolettre|(?:La |Notre |Nos |Les )newsletters?)"
     R"(|Vous pouvez vous (?:désinscrire|désabonner)\b.*)",
     "S'abonner", "S'abonner ou voler, le dilemme"},

    {"cookie", "fr",
     R"((?:Ce site(?: web| internet)?|Notre site(?: web)?|Nous|Nous et nos(?: \d+)? partenaires))"
     R"((?: \S+)? (?:utilise|utilisons|utilisent|stockons|dépose|déposons|fait usage de))"
     R"((?: \S+){0,3} (?:cookies|traceurs)\b.*)",
     "Ce site utilise des cookies pour améliorer votre expérience.", "Ce site utilise du charbon."},
    {"cookie", "fr",
     R"(En (?:poursuivant|continuant|cliquant|naviguant|utilisant|fermant)\b[^.!?]*)"
     R"((?:cookies|vous acceptez)\b.*)",
     "En poursuivant votre navigation, vous acceptez l'utilisation de cookies.",
     "En poursuivant la grève, les cheminots prennent un risque."},
    {"cookie", "fr",
     R"((?:Tout|Continuer sans) (?:accepter|refuser)|(?:Accepter|J[’']accepte))"
     R"((?: et (?:fermer|continuer))?|(?:Accepter|Refuser|Gérer|Paramétrer|Autoriser))"
     R"((?: (?:tous?|toutes|les|mes|vos))* (?:cookies|traceurs|choix|préférences|tout))"
     R"(|(?:Politique|Paramètres|Préférences|Gestion) (?:de|des|sur les|en matière de) )"
     R"((?:cookies|confidentialité))",
     "Tout accepter", "Tout accepter, même la guerre"},

    // "Réactions" heads many a round-up of what politicians said and stays.
    {"comments", "fr",
     R"([\[(]?\s*(?:\d{1,5}\s+(?:commentaires?|réactions?|réponses?))"
     R"(|(?:Aucun|Un|Pas de|Les|Vos|Tous les|Derniers|Voir les|Voir tous les|Lire les)"
     R"(|Afficher les) commentaires?)(?: (?:pour|sur) (?:cet |l[’'])article)?\s*[\])»›>:]*)",
     "Aucun commentaire", "Les réactions"},
    {"comments", "fr",
     R"(Commentaires?(?:\s*[:(]\s*\d*\s*\)?| \d{1,5})?\pZ*[:»›>]*)"
     R"(|Commenter(?: (?:cet |l[’'])article)?|Répondre|Annuler la réponse)"
     R"(|Signaler (?:un abus|ce commentaire)|(?:Soyez|Sois) le premier à )"
     R"((?:commenter(?: cet article)?|laisser un commentaire|réagir)[.!]?)",
     "Commentaires (12)", "Commentaires acides après la défaite"},
    {"comments", "fr",
     R"((?:Laisse[rz]?|Publie[rz]?|Écrire|Ecrire|Poste[rz]?|Ajoute[rz]?|Rédige[rz]?|Déposez?)"
     R"(|Envoyer) (?:un|une|votre|le|mon) (?:commentaire|réponse|réaction))"
     R"((?: annuler(?: la réponse)?)?[.!]?)",
     "Publier un commentaire", "Publier un livre"},
    {"comments", "fr",
     R"(Votre adresse (?:e-?mail|de messagerie|courriel|électronique|mail) ne sera pas )"
     R"((?:publiée|communiquée|affichée)\b.*|Les champs obligatoires sont\b.*)"
     R"(|Enregistrer mon nom\b.*|(?:Prévenez|Avertissez|Notifiez)-moi\b.*)"
     R"(|(?:Vous devez (?:être connecté|vous connecter|être abonné|être inscrit)e?)"
     R"(|Connectez-vous) [^.!?]*(?:commentaire|commenter|réagir)\b.*)"
     R"(|Les commentaires sont (?:fermés|désactivés|clos)\b.*)",
     "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
     "Votre adresse ne sera pas donnée, promet la police."},

    {"legal", "fr",
     R"((?:[^.!?]+[.,|]? )?Tous droits (?:de reproduction)"
     R"((?: et de représentation)? )?réservés\b.*)",
     "Tous droits réservés.", "Tous droits de douane abolis"},
    {"legal", "fr",
     R"(Mentions légales|Politique de confidentialité)"
     R"(|Conditions (?:générales )?(?:d[’'](?:utilisation|abonnement)|de vente)|Plan du site)"
     R"(|Qui sommes-nous\pZ?\?|Contactez-nous|Nous contacter)"
     R"(|Politique de protection des données(?: personnelles)?)"
     R"(|(?:(?:Mentions légales|Politique de confidentialité)"
     R"(|Conditions (?:générales(?: d[’'](?:utilisation|abonnement)| de vente)?|d[’']utilisation)"
     R"(|de vente)|CGU|CGV|Contact|Contactez-nous|Nous contacter|Plan du site)"
     R"(|Qui sommes-nous\pZ?\??|À propos|A propos|Charte(?: \S+)?|Données personnelles|Vie privée)"
     R"(|Publicité|Cookies|Gestion des cookies|Accessibilité|FAQ|Aide|Abonnements?|Recrutement)"
     R"(|RSS|Crédits|Archives)[\s|•·/,&;-]*){2,})",
     "Mentions légales | CGU | Plan du site", "Publicité et aide : le contrat"},
    {"legal", "fr",
     R"((?:Toute )?Reproduction\b[^.!?]*(?:interdite?|sans (?:l[’'])?autorisation|soumise à).*)",
     "Reproduction interdite sans autorisation.", "Reproduction des saumons en baisse"},

    {"photo", "fr",
     R"([\[(]?\s*(?:Crédits?(?:[ -](?:photos?|images?|vidéo|illustration))?|Photo)"
     R"(|Photo d[’'](?:archives|illustration)|Photographie|Légende|Image d[’']illustration|Visuel)"
     R"(|Source photo)\pZ*:\pZ*(?-i:[^\p{Ll}\pZ]).*|[\[(]?\s*Photos?\pZ*:[^.!?]*/[^.!?]*)",
     "Crédits photos : Marie Petit/AFP", "Photo de classe : polémique au lycée"},
    {"photo", "fr",
     R"([\[(]?(?:Photo|Image|Illustration|Crédit|Photographie)s? d[’'])"
     R"((?:illustration|archives?)[\])]?\.?|Crédits? photos?)"
     R"(|Voir (?:la galerie|le diaporama|les photos|en plein écran|l[’']image))"
     R"(|Agrandir(?: (?:l[’']image|la photo))?|Diaporama|En images|Plein écran)"
     R"(|\d{1,3} (?:photos|images)|Galerie photos?|Image \d+ sur \d+)",
     "Photo d'illustration", "Photo d'archives volée au musée"},
    {"photo", "fr",
     R"((?-i:[\[(]?(?:Photo|Photo de|Photos|Photo par|Crédit) )"
     R"((?:\p{Lu}[^\s/,;:!?]*\s?)+/\s?\p{Lu}[^/,;:!?]*[\])]?))",
     "Photo Marie PETIT / OUEST", "Photo Marie Petit en couverture"},

    {"paywall", "fr",
     R"((?:Article|Contenu|Cet article est|Ce contenu est|Vidéo)(?: \S+)? )"
     R"((?:réservée?s?|exclusi(?:f|ve)ment) (?:à |aux |pour |nos |les )*abonnés\b.*)"
     R"(|(?:Réservé aux|Pour les) abonnés|Abonnés?|Offre d[’']abonnement)",
     "Article réservé aux abonnés", "Abonnés lésés, la banque paie"},
    {"paywall", "fr",
     R"(Pour (?:accéder|lire|continuer|poursuivre|débloquer)\b[^.!?]*)"
     R"((?:en illimité|abonnez-vous|connectez-vous|inscrivez-vous|déjà abonné).*)"
     R"(|Pour lire la suite(?: de (?:cet |l[’'])article)?(?:[,:]? .*)?)"
     R"(|Envie de lire\b[^.!?]*\? .*|Accédez à tous (?:nos|les) (?:articles|contenus)\b.*)",
     "Pour accéder en illimité à tous les articles, abonnez-vous",
     "Pour lire, il faut de la lumière."},
    {"paywall", "fr",
     R"(Il vous reste \d+(?: ?%)? (?:articles?|de cet article|de l[’']article)\b.*)"
     R"(|La suite est réservée\b.*|(?:Déjà|Pas encore)(?: un| une)? )"
     R"((?:abonnée?|inscrite?|compte|membre)\pZ*\?.*)",
     "Déjà abonné ? Se connecter", "Il vous reste 3 jours pour voter."},
    {"paywall", "fr",
     R"(Se connecter|Connexion|Connectez-vous|Déconnexion|S[’']identifier|Créer un compte)"
     R"(|Mon compte|Mot de passe oublié\pZ?\??|Je me connecte|Lire plus tard)"
     R"(|(?:Testez|Essayez|Profitez|Abonnez-vous|Je m[’']abonne)(?: \S+){0,3} )"
     R"((?:gratuitement|pour \d+(?:[.,]\d+)? ?€?|dès \d+.*|à partir de .*|sans engagement)[^.?]*)"
     R"([.!]?)",
     "Mot de passe oublié ?", "Connexion coupée entre Lyon et Turin"},

    {"ads", "fr",
     R"([-–—*\[(_|\s]*(?:Publicités?|Pub|Annonces?|Contenu (?:sponsorisé|partenaire|promotionnel))"
     R"(|Sponsorisé|Publi-?(?:reportage|rédactionnel|communiqué)|Communiqué sponsorisé))"
     R"([-–—*\])_|:\s]*)",
     "PUBLICITÉ", "Publicité mensongère, la firme paie"},
    {"ads", "fr",
     R"([-–—*\[(\s]*(?:La suite(?: de (?:l[’']article|cet article|votre article))? )"
     R"((?:après|sous) (?:cette|la) (?:publicité|pub|annonce))"
     R"(|(?:L[’']article|Cet article|La lecture) (?:continue|se poursuit) (?:après|sous) )"
     R"((?:cette|la) (?:publicité|pub|annonce)|Continuer après la publicité|Passer la publicité))"
     R"([.!]?[-–—*\])\s]*)",
     "La suite après cette publicité", "La suite après la pause, dit l'arbitre"},

    {"tags", "fr",
     R"((?:Mots?[- ]cl(?:é|ef)s?|[ÉE]tiquettes?|Étiqueté|Classé (?:dans|sous))"
     R"(|Publié (?:dans|sous))\pZ*:.*|(?:Thèmes?|Thématiques?|Catégories?|Sujets?|Rubriques?)"
     R"(|Dans cet article|En savoir plus sur|Plus sur)\pZ*:\pZ*(?-i:[^\p{Ll}\pZ].*|\p{Ll}.*,.*)?)",
     "Mots-clés : budget, impôts", "Thème : la mer"},
    {"tags", "fr",
     R"(Mots[- ]cl(?:é|ef)s|Étiquettes|Classé (?:dans|sous)|Catégories|Thématiques(?: associées)?)",
     "Mots-clés", "Étiquettes neuves dans les rayons"},

    {"breadcrumb", "fr",
     R"(Accueil\s*(?:[>›»→/|]|::)\s*[^.!?]+|Vous êtes ici\pZ*:.*|Page d[’']accueil)"
     R"(|(?:Aller|Passer|Accéder)(?: directement)? (?:au|à la|à l[’'])\s?)"
     R"((?:contenu(?: principal)?|navigation|menu|recherche|pied de page|en-tête))"
     R"(|(?:Ouvrir|Fermer|Afficher) (?:le menu|la navigation|la recherche))",
     "Accueil > Politique > Budget", "Accueil des réfugiés : l'État condamné"},
};

}  // namespace

std::span<const LineRule> french_line_rules() { return kRules; }

}  // namespace backfile
