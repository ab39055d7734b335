using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class MembersTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Rita = "Rita Nunes";

    [Fact]
    public Task Somebody_is_invited_works_and_is_shut_out_at_the_next_click() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.AdminDaBoreal);
        await sessao.Contexto.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var membros = new MembrosPagina(sessao.Pagina);
        await membros.AbrirAsync();
        await membros.AbrirConviteAsync();
        var link = await membros.ConvidarAsync("rita@boreal.example", "Vendedor");
        await membros.FecharAsync();
        await Expect(membros.Linha("rita@boreal.example")).ToContainTextAsync("Vale até");

        var dela = await AbrirAsync();
        await dela.Pagina.GotoAsync(link);
        await Expect(dela.Pagina.GetByRole(AriaRole.Heading, new() { Name = "Convite para Boreal Seguros" })).ToBeVisibleAsync();
        await new ConvitePagina(dela.Pagina).CriarContaAsync(Rita, CrmVoip.Hosting.Demonstracao.Elenco.Senha);

        await membros.AbrirAsync();
        await Expect(membros.Linha(Rita)).ToContainTextAsync("Ativo");
        await membros.DesativarAsync(Rita);

        await dela.Pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Meu ramal" }).ClickAsync();
        await Expect(dela.Pagina.GetByRole(AriaRole.Heading, new() { Name = "Não encontramos esta página" })).ToBeVisibleAsync();
        await dela.Pagina.GotoAsync("/conta/organizacoes");
        await Expect(dela.Pagina.GetByText("Peça um convite ao administrador")).ToBeVisibleAsync();

        await membros.Linha(Rita).GetByRole(AriaRole.Link, new() { Name = $"Reativar {Rita}" }).ClickAsync();
        await Expect(membros.Dialogo).ToBeVisibleAsync();
        await AccessibilityTests.SemBarreirasAsync(sessao.Pagina, "giving somebody access again");
    });
}
