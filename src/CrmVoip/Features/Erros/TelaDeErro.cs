namespace CrmVoip.Features.Erros;

/// <summary>What went wrong, in words, and what to do next. Repetir: asking again may help.</summary>
public sealed record TelaDeErro(int Codigo, string Icone, string Titulo, string Texto, bool Repetir = false)
{
    /// <summary>For who was sending something when it broke off: nobody knows whether it arrived.</summary>
    public const string TalvezGravado = "É por pouco tempo. Se você estava salvando algo, confira se foi salvo antes de repetir.";

    public bool NossaCulpa => Codigo >= StatusCodes.Status500InternalServerError;

    public static TelaDeErro De(int codigo) => codigo switch
    {
        StatusCodes.Status400BadRequest => new(codigo, "refresh-cw", "A página ficou desatualizada", "Nada foi gravado. Recarregue a página e tente de novo.", Repetir: true),
        StatusCodes.Status401Unauthorized => new(codigo, "lock", "Sua sessão expirou", "Nada foi gravado. Entre de novo para continuar."),
        StatusCodes.Status403Forbidden => new(codigo, "lock", "Você não tem permissão para isso", "Se precisar deste acesso, peça a um administrador da sua organização."),
        StatusCodes.Status413PayloadTooLarge => new(codigo, "circle-alert", "Isso é grande demais", "Nada foi gravado. Envie um texto ou um arquivo menor."),
        StatusCodes.Status429TooManyRequests => new(codigo, "clock", "Tentativas demais", "Espere um minuto e tente de novo.", Repetir: true),
        StatusCodes.Status503ServiceUnavailable => new(codigo, "wifi-off", "O CrmVoip está fora do ar", "É por pouco tempo, e o que foi salvo está guardado. Esta página tenta de novo sozinha.", Repetir: true),
        < 500 => new(codigo, "search", "Não encontramos esta página", "O endereço pode estar errado, ou o que estava aqui não existe mais."),
        _ => new(codigo, "circle-alert", "Algo deu errado do nosso lado", "Tente de novo em instantes. Se continuar, passe este código ao suporte:", Repetir: true),
    };
}
