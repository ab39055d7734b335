using System.Security.Cryptography;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Mail;
using CrmVoip.Web;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Correio;

/// <summary>How many e-mails people may cause in a day. Alerts to the owner of an account are not counted.</summary>
public sealed class CotaDeCorreio(ContasDbContext db, ICorreio correio, IOptions<OpcoesDoCorreio> opcoes)
{
    public const string Volta = "Dá para enviar de novo amanhã, a partir da meia-noite (horário de Brasília).";

    /// <returns>Null: this one may leave, and is counted.</returns>
    public async Task<Recusa?> GastarAsync(Guid usuarioId, Guid? organizacaoId, CancellationToken ct)
    {
        if (!correio.Configurado)
        {
            return null;
        }

        var (daConta, daOrganizacao) = (opcoes.Value.PorDiaDaConta, opcoes.Value.PorDiaDaOrganizacao);
        if (!await db.GastarHojeAsync($"correio da conta {usuarioId:N}", daConta, ct))
        {
            return Esgotada($"Você já usou os {daConta} e-mails de hoje.");
        }

        return organizacaoId is not { } id || await db.GastarHojeAsync($"correio da organizacao {id:N}", daOrganizacao, ct)
            ? null
            : Esgotada($"A organização já usou os {daOrganizacao} e-mails de hoje.");
    }

    /// <summary>For what people ask who are not signed in. Whether that address has an account plays no part.</summary>
    public Task<bool> GastarDoEnderecoAsync(string email, CancellationToken ct) =>
        db.GastarHojeAsync($"correio para {Resumo(email)}", opcoes.Value.PorDiaDoEndereco, ct);

    private static Recusa Esgotada(string porque) => new(409, "cota_de_correio", $"{porque} {Volta}");

    private static string Resumo(string email) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.ToLowerInvariant())));
}
