namespace CrmVoip.Features.Shared.Erros;

/// <summary>What went wrong, in words, and what to do next. Nome is for scripts; Repetir: asking again may help.</summary>
public sealed record TelaDeErro(int Codigo, string Nome, string Icone, string Titulo, string Texto, bool Repetir = false)
{
    /// <summary>For who was sending something when it broke off: nobody knows whether it arrived.</summary>
    public const string TalvezGravado = "É por pouco tempo. Se você estava salvando algo, confira se foi salvo antes de repetir.";

    public bool NossaCulpa => Codigo >= StatusCodes.Status500InternalServerError;

    public static TelaDeErro De(int codigo) => codigo switch
    {
        StatusCodes.Status400BadRequest =>
            new(codigo, "desatualizada", "refresh-cw", "A página ficou desatualizada", "Nada foi gravado. Recarregue a página e tente de novo.", Repetir: true),
        StatusCodes.Status401Unauthorized => new(codigo, "sessao_expirada", "lock", "Sua sessão expirou", "Nada foi gravado. Entre de novo para continuar."),
        StatusCodes.Status403Forbidden =>
            new(codigo, "sem_permissao", "lock", "Você não tem permissão para isso", "Se precisar deste acesso, peça a um administrador da sua organização."),
        StatusCodes.Status409Conflict =>
            new(codigo, "conflito", "refresh-cw", "Isso não pode ser feito agora", "Alguma coisa mudou enquanto isso. Recarregue a página e confira.", Repetir: true),
        StatusCodes.Status410Gone => new(codigo, "expirado", "clock", "Este link não vale mais", "Ele já foi usado ou passou do prazo. Peça outro."),
        StatusCodes.Status413PayloadTooLarge =>
            new(codigo, "grande_demais", "circle-alert", "Isso é grande demais", "Nada foi gravado. Envie um texto ou um arquivo menor."),
        StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status422UnprocessableEntity => Ilegivel(codigo),
        StatusCodes.Status429TooManyRequests => new(codigo, "muitos_pedidos", "clock", "Tentativas demais", "Espere um minuto e tente de novo.", Repetir: true),
        StatusCodes.Status503ServiceUnavailable =>
            new(codigo, "fora_do_ar", "wifi-off", "O CrmVoip está fora do ar", "É por pouco tempo, e o que foi salvo está guardado. Esta página tenta de novo sozinha.", Repetir: true),
        < 500 => new(codigo, "nao_encontrado", "search", "Não encontramos esta página", "O endereço pode estar errado, ou o que estava aqui não existe mais."),
        _ => new(codigo, "falha", "circle-alert", "Algo deu errado do nosso lado", "Tente de novo em instantes. Se continuar, passe este código ao suporte:", Repetir: true),
    };

    /// <summary>What was sent cannot be read: too many fields, a broken encoding, text that is none.</summary>
    public static TelaDeErro Ilegivel(int codigo) => codigo == StatusCodes.Status413PayloadTooLarge
        ? De(codigo)
        : new(codigo, "pedido_ilegivel", "circle-alert", "Não conseguimos ler o que foi enviado", "Nada foi gravado. Volte, confira o que foi preenchido e tente de novo.");
}
