using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Makes an organization with its first administrator, in a scope of its own: the tenant of a scope is set once.</summary>
public sealed class CriarOrganizacao(IServiceScopeFactory fabrica, ContasDbContext contas, IOptions<OpcoesDaConta> opcoes)
{
    public async Task<Resultado<Organizacao>> ExecutarAsync(Usuario criador, IComOrganizacao form, CancellationToken ct)
    {
        if (await LimiteAsync(criador.Id, ct) is { } recusa)
        {
            return recusa;
        }

        var organizacao = new Organizacao(Digitado.Limpar(form.Slug), form.Organizacao!.SemPontas());
        try
        {
            await GravarAsync(organizacao, criador, ct);
        }
        catch (DbUpdateException erro) when (EnderecoOcupado(erro))
        {
            await contas.DevolverAsync(Chave(criador.Id), ct);
            return Recusa.DoCampo(nameof(form.Slug), RegrasDaOrganizacao.Ocupado);
        }

        return organizacao;
    }

    private async Task<Recusa?> LimiteAsync(Guid criadorId, CancellationToken ct)
    {
        var (porDia, porConta) = (opcoes.Value.OrganizacoesPorDia, opcoes.Value.OrganizacoesPorConta);
        if (!await contas.GastarHojeAsync(Chave(criadorId), porDia, ct))
        {
            return Demais($"Você já criou {porDia} organizações hoje. Dá para criar outra amanhã, a partir da meia-noite (horário de Brasília).");
        }

        return await contas.GastarAsync(Chave(criadorId), porConta, ct)
            ? null
            : Demais($"Uma conta cria no máximo {porConta} organizações, e a sua já criou essas. Peça a quem cuida do servidor do CrmVoip para aumentar o limite.");
    }

    private static Recusa Demais(string mensagem) => Recusa.DoCampo(nameof(IComOrganizacao.Organizacao), mensagem);

    private static string Chave(Guid criadorId) => $"organizacoes {criadorId:N}";

    private async Task GravarAsync(Organizacao organizacao, Usuario criador, CancellationToken ct)
    {
        await using var escopo = fabrica.CreateAsyncScope();
        var atual = escopo.ServiceProvider.GetRequiredService<OrganizacaoAtual>();
        atual.DefinirUsuario(criador.Id);
        atual.Definir(new Vinculo(organizacao.Id, organizacao.Slug, organizacao.Nome, organizacao.FusoHorario, Papel.Administrador, criador.Nome));

        var db = escopo.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.Add(organizacao);
        db.Add(new Membro(organizacao.Id, criador.Id, criador.Nome, criador.Email!, Papel.Administrador));
        db.AddRange(OrganizacaoInicial.De(organizacao.Id).Linhas);
        escopo.ServiceProvider.GetRequiredService<Auditoria>().Registrar(
            new OrganizacaoCriada { Nome = organizacao.Nome, Slug = organizacao.Slug }, organizacao.Id);
        await db.SaveChangesAsync(ct);
    }

    private static bool EnderecoOcupado(DbUpdateException erro) =>
        erro.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: Organizacao.SlugIndice };
}
