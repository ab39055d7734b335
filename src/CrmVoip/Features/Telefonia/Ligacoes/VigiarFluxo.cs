using CrmVoip.Data;
using CrmVoip.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>After a check: when calls were made and the provider knew nothing of them, or little, the administradores are told, once until it heals.</summary>
public sealed partial class VigiarFluxo(CrmDbContext db, AvisarAdministradores avisar, TimeProvider relogio, ILogger<VigiarFluxo> log)
{
    private static readonly TimeSpan _dia = TimeSpan.FromHours(24);

    public Task<bool> ExecutarAsync(Guid integracaoId, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            var agora = relogio.GetUtcNow();
            var contagem = await db.ContarFluxoAsync(agora - _dia, agora, ct);
            if (await db.Integracoes.SingleOrDefaultAsync(i => i.Id == integracaoId, ct) is not { } conexao)
            {
                return false;
            }

            var novo = conexao.MarcarSilencio(contagem.Calado || contagem.Falho, agora);
            if (novo)
            {
                Calado(log, conexao.OrganizacaoId, contagem.Feitas, contagem.Encontradas);
                await avisar.ExecutarAsync("A API4COM não reconhece as ligações de {0}", Texto(contagem), ct);
            }

            await db.SaveChangesAsync(ct);
            return novo;
        },
        ct);

    private static string Texto(ContagemDoFluxo contagem) =>
        $"""
        Nas últimas 24 horas foram feitas {contagem.Feitas} ligações no CrmVoip, e a API4COM informou {(contagem.Encontradas == 0 ? "nenhuma" : $"só {contagem.Encontradas}")}. Sem isso faltam gravações, e a duração é a que o navegador viu.

        Confira em Conexões se o token é da conta certa, se o domínio SIP é o dos ramais e se a API4COM está no ar.
        """;

    [LoggerMessage(LogLevel.Error, "The provider tells too little of the calls of {Organizacao}: {Feitas} made in 24 hours, {Encontradas} found. Check its clock, the token and the SIP domain.")]
    private static partial void Calado(ILogger logger, Guid organizacao, int feitas, int encontradas);
}
