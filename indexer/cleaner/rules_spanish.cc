// Line rules for Spanish pages.
#include "indexer/cleaner/rules.h"

namespace backfile {
namespace {

constexpr LineRule kRules[] = {
    {"prev-next", "es", R"((?:[«‹<]+\s*)?(?:Siguientes?|Anterior(?:es)?)\s*[:»›>]*)", "Siguiente »",
     "Siguiente parada: Madrid"},
    {"prev-next", "es",
     R"((?:[«‹<]+\s*)?(?:Artículos?|Notas?|Noticias?|Entradas?|Páginas?|Publicación|Post|Fotos?)"
     R"(|Imagen|V[ií]deo|Historia) (?:siguientes?|anterior(?:es)?|previ[ao]s?)"
     R"(|más (?:antiguas?|recientes?))(?:\s*[»›>]+|\s*:.*)?)",
     "Nota anterior: Paro en el metro", "Noticia anterior al cierre"},
    {"prev-next", "es",
     R"((?:[«‹<]+\s*)?(?:Siguiente|Próxim[oa]|Anterior|Previ[oa]) )"
     R"((?:artículo|nota|noticia|entrada|página|publicación|post|foto|imagen|historia))"
     R"((?:\s*[»›>]+|\s*:.*)?)",
     "Próximo artículo", "Próxima página del conflicto"},
    {"prev-next", "es",
     R"((?:Volver|Ir|Subir|Regresar) (?:arriba|al inicio|al principio|a la portada|al comienzo)"
     R"(|a la página principal|al índice|atrás)\s*[\^↑»›>]*|Navegación de (?:entradas|artículos))"
     R"(|Página \d+ (?:de|/) \d+)",
     "Volver arriba", "Volver al inicio de la crisis"},

    {"share", "es",
     R"((?:Compart(?:ir|e|elo|a)|Imprimir|Recomendar|Tuitear|Twittear|Enviar|Guardar))"
     R"((?: (?:(?:esta|este|el|la) (?:artículo|nota|noticia|entrada|página|contenido|post)"
     R"(|v[ií]deo)|esto))?(?: en| por| con| vía| a través de)?\s*[:!]?(?:\s*\(?\d{1,4}\)?)?)",
     "Compartir esta noticia", "Compartir el poder, dice"},
    {"share", "es",
     R"((?:Compart(?:ir|e|elo|a)(?: (?:esta|este|el|la) )"
     R"((?:artículo|nota|noticia|entrada|página|enlace))? (?:en|por|vía|via|con))"
     R"(|Enviar (?:por|vía)) [^\s\d.,;:!?'’]+(?: \(Se abre en una ventana nueva\))?)"
     R"(|Enviar (?:a un amigo|por correo electrónico))",
     "Compartir en Facebook", "Compartir con pobres, pide el papa"},
    {"share", "es",
     R"(Ha(?:z|ga) clic (?:para|aquí|en)(?:[ .:].*)?|Clic? )"
     R"((?:aquí\.?|para (?:compartir|enviar|imprimir)\b.*))",
     "Haz clic para compartir en Twitter (Se abre en una ventana nueva)",
     "Clic a clic crece el fraude"},
    {"share", "es",
     R"((?:Síguenos|Siguenos|Síganos|Seguinos)(?: también)?(?: en)?\s*[:!]?)"
     R"(|(?:Síguenos|Siguenos|Síganos|Seguinos|Síguel[oa])"
     R"(|Sigue a [^\s\d.,;:!?]+(?: [^\s\d.,;:!?]+){0,3}|Únete a nosotros|Encuéntranos|Visítanos))"
     R"((?: también)? (?:en|a través de) (?:nuestr[oa]s? |las )?)"
     R"((?:Facebook|Twitter|X|Instagram|LinkedIn|WhatsApp|Pinterest|YouTube|Google|Telegram)"
     R"(|TikTok|Threads|Bluesky|canal|página|redes)(?:[^\p{L}].*)?)",
     "Síguenos en Twitter", "Sigue el debate en X por el aborto"},
    {"share", "es",
     R"(Me gusta(?: esto)?\s*(?::|\(?\d+\)?|Cargando.*)?|Copiar (?:enlace|link|url))"
     R"(|Enlace copiado!?|Versión (?:para imprimir|imprimible))"
     R"(|(?:Guardar|Escuchar) (?:artículo|noticia|nota))",
     "Me gusta", "Me gusta el mar, dice el poeta"},

    {"related", "es",
     R"([>»]?\s*(?:También )?(?:Te|Le|Les|Os) (?:(?:puede|podría|pueden|podrían|podria))"
     R"((?: también)? (?:interesar|gustar)(?: leer)?|recomendamos(?: leer)?)(?: también)?\s*)"
     R"((?:[.…]*|:.*))",
     "Te puede interesar: Nuevo puente", "Le puede costar el cargo"},
    {"related", "es",
     R"((?:(?-i:LEA|LEE|Lea|Lee|Leé)|(?:Le[ae]|Leé|Lean|Vea|Ver|Mirá?|Leer) )"
     R"((?:también|además|más|aquí|la nota completa|el artículo completo|más noticias)"
     R"(|la noticia completa))\s*:\s*\S.*)",
     "Lea también: Sube el pan", "Ver más allá del horizonte"},
    {"related", "es",
     R"([\[(]?(?:Le(?:er|a|e|é) (?:más|mas|también|además)|Ver (?:más|mas|también|todo|todas?))"
     R"(|(?:Vea|Mira) también|(?:Seguir|Sigue|Seguí|Siga|Continuar|Continúa|Continúe) leyendo)"
     R"(|Leer (?:la )?(?:nota|noticia) completa|Saber más|Conoce más|Más información)"
     R"(|(?:Mostrar|Cargar) más)\s*(?:…|\.{2,}|[:»›>]+)?[\])]?)",
     "Leer más", "Ver más claro el futuro"},
    {"related", "es",
     R"((?:(?:Artículos?|Noticias?|Notas?|Entradas?|Temas?|Contenidos?|Enlaces?|V[ií]deos?)"
     R"(|Historias?|Información|Publicaciones) (?:relacionad[oa]s?|recomendad[oa]s?|similares))"
     R"(|Relacionad[oa]s?|Recomendad[oa]s?(?: para (?:ti|usted))?)"
     R"(|Más (?:noticias|sobre este tema|sobre el tema|en esta sección|de esta sección|historias)"
     R"(|artículos)|No te (?:lo )?pierdas|Nuestras recomendaciones)\s*(?::.*|[»›>]+)?)",
     "Noticias relacionadas", "Relacionado con la mafia, el alcalde cae"},

    {"most-read", "es",
     R"((?:Lo |Las |Los |Noticias? |Notas? |Artículos? )*más )"
     R"((?:leíd[oa]s?|vist[oa]s?|popular(?:es)?|compartid[oa]s?|comentad[oa]s?|recientes?)"
     R"(|buscad[oa]s?)(?: (?:de (?:hoy|la semana|la sección)|hoy))?\s*:?)",
     "Lo más leído", "Lo más visto en la feria fue un coche chino"},
    {"most-read", "es",
     R"((?:Tendencias?|Últimas (?:noticias|notas|entradas|publicaciones)|Última hora|Lo último)"
     R"(|Entradas recientes|Noticias (?:recientes|destacadas|de última hora))"
     R"(|Comentarios recientes|Destacad[oa]s|Titulares|Temas del día|Selección del editor)"
     R"(|Lo más destacado)\s*[:»›>]*)",
     "Últimas noticias", "Últimas noticias del frente: bombas sobre Kiev"},

    {"newsletter", "es",
     R"((?:Suscr[ií]b(?:ete|ase|ite|irse|irme)|Regístr(?:ate|ese)|Apúntate|Inscríb(?:ete|ase))"
     R"(|Únete|Date de alta|Recib(?:e|a|í) (?:nuestr|el boletín|la newsletter|en tu|en su)"
     R"(|las (?:últimas )?noticias))[^.!?]*\b(?:newsletters?|bolet(?:ín|ines)|alertas)"
     R"(|lista de correo|correo|e-?mail)(?:[^\p{L}].*)?)",
     "Suscríbete a nuestra newsletter", "Recibe alcalde amenazas por correo"},
    {"newsletter", "es",
     R"(¡?Suscr(?:íbete|íbase|ibite|ibirse|ibirme|ibir|ipción|ipciones))"
     R"((?: (?:ya|ahora|aquí|gratis|hoy|al boletín))?\s*[!:»›>]*)"
     R"(|Bolet(?:ín|ines)(?: (?:de noticias|informativo|diario))?)"
     R"(|(?:Puede|Puedes) dar(?:te|se) de baja\b.*|Darse de baja)",
     "Suscríbete", "Suscripción de bonos sube"},
    {"newsletter", "es",
     R"((?:(?:Tu|Su|Introduce tu|Ingresa tu|Escribe tu|Ingrese su) )?)"
     R"((?:correo electrónico|e-?mail|dirección de correo(?: electrónico)?)\s*[*:.]?)",
     "Tu correo electrónico", "Correo electrónico hackeado"},

    {"cookie", "es",
     R"((?:(?:Est[ea]|Nuestr[oa]) (?:sitio|web|página|portal|sitio web|página web))"
     R"(|Nosotros(?: y nuestros socios)?|En este sitio)?\s*)"
     R"((?:utiliza(?:mos)?|usa(?:mos)?|emplea(?:mos)?|almacenamos)(?: \S+){0,4} cookies\b.*)",
     "Utilizamos cookies para mejorar la experiencia.", "Utilizamos carbón, dice la firma."},
    {"cookie", "es",
     R"((?:Si (?:continúa|continúas|sigue|sigues|cierra))"
     R"(|Al (?:continuar|navegar|usar|utilizar|hacer clic))\b[^.!?]*)"
     R"((?:cookies|consideramos que acepta|acepta(?:s|ndo)? (?:su|el|nuestra|la) )"
     R"((?:uso|política))\b.*)",
     "Si continúa navegando, consideramos que acepta su uso de cookies.",
     "Si sigue la lluvia, acepta el alcalde, habrá daños."},
    {"cookie", "es",
     R"((?:Aceptar|Acepto)(?: (?:todas?|todo|y (?:cerrar|continuar)))?)"
     R"(|(?:Aceptar|Rechazar|Configurar|Gestionar|Permitir)(?: (?:todas?|todo|las|mis))*)"
     R"((?: cookies| preferencias| todo| todas)|(?:Política|Configuración|Aviso|Preferencias)"
     R"(|Ajustes|Uso) de(?: las)? (?:cookies|privacidad))",
     "Aceptar todas las cookies", "Aceptar todo, hasta la derrota"},

    {"comments", "es",
     R"([\[(]?\s*(?:\d{1,5}\s+(?:comentarios?|respuestas?))"
     R"(|(?:Sin|No hay|Ver|Ver los|Ver todos los|Los|Tus|Mostrar|Leer|Todos los)"
     R"(|Últimos)\s+comentarios?)(?: aún| todavía)?\s*[\])»›>:.]*)",
     "Sin comentarios", "Sin respuesta"},
    {"comments", "es",
     R"(Comentarios?(?:\s*[:(]\s*\d*\s*\)?| \d{1,5})?\s*[:»›>]*)"
     R"(|Coment(?:ar|a|á)(?: (?:esta|la|este|el) (?:noticia|nota|artículo|entrada))?)"
     R"(|Cancelar (?:la )?respuesta|Responder|Denunciar comentario)"
     R"(|(?:Únete a|Participa en) la conversación|Sé el primero en )"
     R"((?:comentar|dejar un comentario)[.!]?)",
     "Comentarios (12)", "Comentarios del papa causan revuelo"},
    {"comments", "es",
     R"((?:Dej(?:a|e|ar|á|anos|enos)|Escrib(?:e|a|ir)|Public(?:a|ar)|Agreg(?:a|ar|ue))"
     R"(|Añad(?:e|ir)|Envi(?:ar|a)|Hacer) (?:un|una|tu|su|el primer|un nuevo) )"
     R"((?:comentario|respuesta|opinión)(?: cancelar(?: la)? respuesta)?[.!]?)",
     "Deja un comentario", "Deja una respuesta para mañana"},
    {"comments", "es",
     R"((?:Tu|Su) (?:dirección de )?(?:correo(?: electrónico)?|e-?mail) no será )"
     R"((?:publicad[oa]|compartid[oa])\b.*|Los campos )"
     R"((?:obligatorios|necesarios|requeridos) están\b.*|Guarda(?:r)? mi nombre\b.*)"
     R"(|(?:Recibir|Avísame|Notificarme|Notifícame) [^.!?]*(?:comentarios|entradas)\b[^.!?]*\.?)"
     R"(|(?:Debes|Debe|Tienes que|Lo siento, debes) (?:estar|iniciar|registrar)[^.!?]*)"
     R"((?:comentarios?|comentar|opinar)\b.*|(?:Los )?comentarios (?:están )?)"
     R"((?:cerrados|desactivados|deshabilitados)\b.*)",
     "Tu dirección de correo electrónico no será publicada.",
     "Su dirección no será dada, dice la policía."},

    {"legal", "es",
     R"((?:[^.!?]+[.,|]? )?(?:Todos los )?derechos reservados\b.*)"
     R"(|(?:[^.!?]+[.,|]? )?Reservados todos los derechos\b.*)",
     "Todos los derechos reservados.", "Todos los derechos del niño, en peligro"},
    {"legal", "es",
     R"(Aviso (?:legal|de privacidad)|Políticas? de (?:privacidad|protección de datos))"
     R"(|Términos (?:y condiciones(?: de uso)?|de uso|de servicio))"
     R"(|Condiciones (?:de uso|de servicio|generales de uso)|Quiénes somos|Contáct[ae]nos)"
     R"(|Anúnciate|Mapa (?:del sitio|web)|Código (?:de ética|ético))"
     R"(|(?:(?:Aviso (?:legal|de privacidad)|Política de (?:privacidad|cookies))"
     R"(|Términos(?: y condiciones| de uso| legales)?|Condiciones (?:de uso|generales|legales))"
     R"(|Contacto|Contáctanos|Quiénes somos|Acerca de|Publicidad|Mapa del sitio|Mapa web|Cookies)"
     R"(|Anúnciate|Ayuda|RSS|Trabaja con nosotros|Código de ética|Hemeroteca|Suscripciones|Staff)"
     R"(|Privacidad)[\s|•·/,&;-]*){2,})",
     "Aviso legal | Política de privacidad", "Ayuda y publicidad, los ejes"},
    {"legal", "es",
     R"((?:Queda |Está )?prohibida\b[^.!?]*reproducción\b[^.!?]*)"
     R"((?:total|parcial|autorización|permiso|sin)\b.*)",
     "Prohibida la reproducción total o parcial sin autorización.",
     "Prohibida la venta de alcohol en la playa"},

    {"photo", "es",
     R"([\[(]?\s*(?:Foto|Fotografía|Imagen|Imágenes|Créditos?)"
     R"((?: (?:de (?:la )?(?:foto|imagen|fotografía)|foto))?|Foto de archivo|Pie de foto)"
     R"(|Fuente de la imagen|Foto de portada)\s*[:,]\s*(?-i:[^\p{Ll}\s]).*)"
     R"(|[\[(]?\s*Fotos\s*:[^.!?]*/[^.!?]*)",
     "Foto: María Ruiz/EFE", "Fotos: así quedó el puente"},
    {"photo", "es",
     R"([\[(]\s*crédito:\s*\S.*|[\[(]?(?:Foto|Imagen|Fotografía) )"
     R"((?:de archivo|ilustrativa|referencial|de referencia|cortesía)[\])]?\.?)"
     R"(|Ver (?:galería|fotos|fotogalería|imagen(?: completa)?|en pantalla completa))"
     R"(|Ampliar (?:foto|imagen)|(?:Foto)?galería(?: de (?:fotos|imágenes))?)"
     R"(|En (?:imágenes|fotos)|\d{1,3} (?:fotos|imágenes)|Pantalla completa)",
     "(crédito: María Ruiz)", "Foto de familia en la cumbre de Lima"},

    {"paywall", "es",
     R"((?:Contenido |Artículo |Noticia |Nota |Exclusivo |Solo |Sólo )"
     R"(|Este (?:contenido|artículo) es )+(?:exclusiv[oa] |solo |sólo )*(?:para|de) )"
     R"((?:nuestros )?(?:suscriptores|suscritos|abonados|socios|usuarios registrados)\.?)"
     R"(|Suscriptores|Hazte (?:socio|premium|suscriptor)|Contenido premium)",
     "Solo para suscriptores", "Solo para abonados al gas sube la cuota"},
    {"paywall", "es",
     R"((?:Para (?:seguir|continuar) (?:leyendo|disfrutando)|Suscríbete (?:para|y))"
     R"(|Inicia sesión (?:para|y)|Regístrate (?:para|y|gratis)|Accede a todos)\b.*)"
     R"(|¿?(?:Ya|Aún no|No)(?: eres| es| tienes| estás)?(?: una?)? )"
     R"((?:suscriptora?|suscrit[oa]|cuenta|registrad[oa]|abonad[oa]|socio)\?.*)"
     R"(|(?:Te|Le) quedan? \d+ (?:artículos|noticias|notas)\b.*)",
     "¿Ya eres suscriptor? Inicia sesión", "Para seguir vivo, huyó a la selva."},
    {"paywall", "es",
     R"(Inici(?:ar|a|e) sesión|Cerrar sesión|Crear (?:una )?cuenta|Mi cuenta|Reg[ií]strate)"
     R"(|Registrarse|Ingresar|Acceder|¿?(?:Olvidaste|Olvidó|Has olvidado) )"
     R"((?:tu|su|la) contraseña\?)",
     "Iniciar sesión", "Crear una cuenta falsa es delito"},

    {"ads", "es",
     R"([-–—*\[(_|\s]*(?:Publicidad|Anuncios?|Contenido (?:patrocinado|promocionado|de marca))"
     R"(|Patrocinad[oa](?: por)?|Espacio (?:publicitario|patrocinado)|Publirreportaje|Publinota))"
     R"([-–—*\])_|:\s]*)",
     "PUBLICIDAD", "Publicidad engañosa: multa a un banco"},
    {"ads", "es",
     R"([-–—*\[(\s]*(?:(?:Sigue|Siga|Seguí|Continúa|Continúe|Continuar) (?:leyendo )?)"
     R"((?:después|debajo|tras)(?: de)?(?: la| el)? (?:publicidad|anuncio))"
     R"(|(?:La|El|Esta|Este) (?:noticia|nota|historia|artículo) (?:continúa|sigue) )"
     R"((?:después|debajo|tras)(?: de| del)?(?: la| el| este)? ?(?:publicidad|anuncio))"
     R"(|Saltar (?:publicidad|anuncio)|Cerrar anuncio)[.!]?[-–—*\])\s]*)",
     "La noticia continúa después de la publicidad", "La noticia continúa en portada"},

    {"tags", "es",
     R"((?:Etiquetas|Etiquetad[oa](?: como| con| en)?|Palabras? claves?)"
     R"(|Archivado (?:en|bajo|como)|Temas (?:relacionados|de este artículo|tratados))\s*:.*)"
     R"(|(?:Etiqueta|Temas?|Categorías?|Publicado en|En este artículo|Más sobre)\s*:\s*)"
     R"((?-i:[^\p{Ll}\s].*|\p{Ll}.*,.*)?)",
     "Etiquetas: presupuesto, Senado", "Tema: el mar"},
    {"tags", "es",
     R"(Etiquetas|Etiquetad[oa] (?:como|con)|Palabras clave|Archivado en|Categorías)"
     R"(|Temas relacionados|Temas de (?:este artículo|esta nota))",
     "Etiquetas", "Etiquetas nuevas en los alimentos"},

    {"breadcrumb", "es",
     R"((?:Inicio|Portada)\s*(?:[>›»→/|]|::)\s*[^.!?]+)"
     R"(|(?:Usted está|Estás|Está) (?:aquí|en)\s*:.*|Menú)"
     R"(|(?:Saltar|Ir|Pasar) (?:al|a la)(?: \S+)? ?(?:contenido(?: principal)?|navegación|menú)"
     R"(|búsqueda)|Página (?:principal|de inicio)|(?:Abrir|Cerrar|Mostrar) )"
     R"((?:menú|el menú|búsqueda))",
     "Inicio > Política > Senado", "Inicio del juicio: lunes"},
};

}  // namespace

std::span<const LineRule> spanish_line_rules() { return kRules; }

}  // namespace backfile
