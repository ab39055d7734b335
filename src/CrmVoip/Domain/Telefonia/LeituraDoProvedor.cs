using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// One distinct thing the provider said about a call. The same words from the same source are the same reading (Resumo).
/// RecebidaEm: first heard; VistaEm: last heard. Both by the database's clock.
/// </summary>
public sealed class LeituraDoProvedor : Entidade
{
    public const string ResumoIndice = "ix_leituras_do_provedor_resumo";
    public const int ResumoTamanho = 64;

    public LeituraDoProvedor(Guid organizacaoId, Guid registroId, FonteDaLeitura fonte, DateTimeOffset recebidaEm)
        : base(organizacaoId)
    {
        RegistroId = registroId;
        Fonte = fonte;
        RecebidaEm = VistaEm = recebidaEm;
    }

    public Guid RegistroId { get; private set; }

    public FonteDaLeitura Fonte { get; private init; }

    public string Resumo { get; private init; } = "";

    public DateTimeOffset RecebidaEm { get; private init; }

    public DateTimeOffset VistaEm { get; private set; }

    public DadosDaLeitura Dados
    {
        get;
        init
        {
            field = value;
            Resumo = ResumoDe(value);
        }
    }

    = new();

    public static string ResumoDe(DadosDaLeitura dados) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(dados))));

    public void PassarPara(Guid registroId) => RegistroId = registroId;

    /// <summary>The list is a state, not a message: what it says again counts as said now.</summary>
    public void VerDeNovo(DateTimeOffset agora)
    {
        if (Fonte == FonteDaLeitura.Lista && agora > VistaEm)
        {
            VistaEm = agora;
        }
    }
}
