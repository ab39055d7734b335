using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>What deals and contacts are found by: words in a table of their own, which an index serves under row-level security.</summary>
    public partial class TermosDeBusca : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "busca",
                table: "oportunidades",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "busca",
                table: "contatos",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "termos_de_busca",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    termo = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tipo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_termos_de_busca", x => new { x.organizacao_id, x.termo, x.tipo, x.id });
                    table.CheckConstraint("ck_termos_de_busca_tipo", "tipo in ('contato', 'oportunidade')");
                    table.ForeignKey(
                        name: "fk_termos_de_busca_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.IsolarPorOrganizacao("termos_de_busca");
            migrationBuilder.Conceder("crm_app", "select, insert, delete", "termos_de_busca");

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_paradas",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "etapa_id", "na_etapa_desde" },
                filter: "situacao = 'aberta'")
                .Annotation("Npgsql:IndexInclude", new[] { "responsavel_id", "valor" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_sem_busca",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "id" },
                filter: "busca is null");

            migrationBuilder.CreateIndex(
                name: "ix_contatos_sem_busca",
                table: "contatos",
                columns: new[] { "organizacao_id", "id" },
                filter: "busca is null");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "termos_de_busca");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_paradas",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_sem_busca",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_contatos_sem_busca",
                table: "contatos");

            migrationBuilder.DropColumn(
                name: "busca",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "busca",
                table: "contatos");
        }
    }
}
