using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>Work runs when a test runs it, one after the other, in the test's own organization.</summary>
public static class Trabalhos
{
    private const int RodadasMaximo = 200;

    /// <summary>
    /// Does what is due, and what follows from it, as if the time to advance had passed; answers the kinds that ran, in their
    /// order. Work that fails fails the test, unless it expects that.
    /// </summary>
    public static async Task<List<string>> TrabalharAsync(
        this OrganizacaoDeTeste organizacao, TimeSpan adiantar = default, bool comFalhas = false, IServiceProvider? instancia = null)
    {
        await organizacao.AdiantarAsync(adiantar);
        var feitos = await TrabalharAsync(organizacao.Id, instancia ?? organizacao.App.Services);
        var falhas = (await organizacao.TrabalhosAsync()).Where(t => t.UltimoErro is not null);
        Assert.True(comFalhas || !falhas.Any(), $"Work failed: {string.Join(", ", falhas.Select(f => $"{f.Tipo} {f.UltimoErro}"))}.");
        return feitos;
    }

    /// <summary>The work of accounts, which are of no organization.</summary>
    public static Task<List<string>> TrabalharNasContasAsync(this IServiceProvider instancia) => TrabalharAsync(AgendaDaConta.SemOrganizacao, instancia);

    private static async Task<List<string>> TrabalharAsync(Guid organizacaoId, IServiceProvider services)
    {
        var feitos = new List<string>();
        while (await services.TomarAsync(organizacaoId) is { Count: > 0 } tomados)
        {
            Assert.True(feitos.Count < RodadasMaximo, $"Work without end: {string.Join(", ", feitos.TakeLast(5))}.");
            foreach (var trabalho in tomados)
            {
                await services.GetRequiredService<ExecutarTrabalho>().ExecutarAsync(trabalho, CancellationToken.None);
                feitos.Add(trabalho.Tipo);
            }
        }

        return feitos;
    }

    public static Task<int> AdiantarAsync(this OrganizacaoDeTeste organizacao, TimeSpan quanto) => organizacao.App.Banco.ExecutarAsync(
        $"""
        update trabalhos set vence_em = vence_em - interval '{quanto.TotalSeconds:F0} seconds', arrendado_ate = arrendado_ate - interval '{quanto.TotalSeconds:F0} seconds'
        where organizacao_id = '{organizacao.Id}'
        """);

    public static async Task<IReadOnlyList<TrabalhoTomado>> TomarAsync(this IServiceProvider services, Guid organizacaoId, int quantos = 1) =>
        await services.GetRequiredService<FilaDeTrabalhos>().TomarAsync(
            [new Vagas(services.GetRequiredService<TiposDeTrabalho>().Nomes, quantos)], organizacaoId, CancellationToken.None);

    /// <summary>The rows of an organization, as the superuser sees them.</summary>
    public static async Task<List<LinhaDeTrabalho>> TrabalhosAsync(this OrganizacaoDeTeste organizacao) =>
    [
        .. (await organizacao.App.Banco.LerAsync(
            $"""
            select tipo, linha_id, tentativas, ultimo_erro, arrendado_ate is not null, morto_em is not null, extract(epoch from vence_em - now())::float8
            from trabalhos where organizacao_id = '{organizacao.Id}' order by vence_em, id
            """)).Select(l => new LinhaDeTrabalho(
                (string)l[0], (Guid)l[1], (int)l[2], l[3] as string, (bool)l[4], (bool)l[5], TimeSpan.FromSeconds((double)l[6]))),
    ];
}

public sealed record LinhaDeTrabalho(string Tipo, Guid LinhaId, int Tentativas, string? UltimoErro, bool Tomado, bool Morto, TimeSpan VenceEm);
